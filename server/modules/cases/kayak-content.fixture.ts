import type { ItemEdition } from '@tongban/catalogue';
import {
  compileItem,
  type LicenceTypes,
  type Offices as OfficesContent,
  readFolder,
} from '@tongban/catalogue/author';
import { kayakFolder } from '@tongban/catalogue/kayak';

const organisation = (id: string, covers: string, more: object) => ({
  ...{ id, name: `示例·${id} 公安局`, name_en: `Demo ${id}`, kind: 'city-bureau' as const, level: 3 },
  ...{ division: covers, covers: [covers], phone: '0769-00000000', ...more },
});
/** A province with two cities. */
export const offices: OfficesContent = {
  demo: true,
  organisations: [
    organisation('lake', '44', { code: '11990000DEM000014D' }) as OfficesContent['organisations'][number],
    organisation('east', '4419', {
      parent: 'lake',
      code: '11991900DEM000049T',
    }) as OfficesContent['organisations'][number],
    organisation('west', '4401', {
      parent: 'lake',
      code: '11990100DEM000022D',
    }) as OfficesContent['organisations'][number],
  ],
  halls: [],
};

const prov = { source: 'KAYAK1' };
const holder = { kind: 'person' } as const;
const field = (id: string, name: string, type: 'text' | 'citizen-number' | 'date' | 'address' = 'text') => ({
  ...{ id, name, name_en: id, type },
});
/** The toy licences: a permit issued here, and the identity card. */
export const licences: LicenceTypes = {
  ministry: '11100000000013127D',
  types: [
    {
      ...{ id: 'kayak-permit', name: '下水登记证', name_en: 'Kayak permit', kind: 'certificate', holder },
      ...{ issuer: '公安机关', issuer_en: 'Police', issued_here: true, ...prov },
      fields: [field('name', '姓名'), field('number', '编号'), field('mooring', '停艇处')],
      validity: { rule: 'after', count: 1, unit: 'years', ...prov },
      text: {
        title: '下水登记证明',
        title_en: 'Certificate of registration',
        body: '{holder}的皮划艇停在{mooring}，准予下水。',
        body_en: 'The kayak of {holder} may be launched.',
      },
    },
    {
      ...{ id: 'resident-id', name: '身份证', name_en: 'Identity card', kind: 'card', holder },
      ...{ issuer: '公安机关', issuer_en: 'Police', issued_here: true, ...prov },
      code: '11100000000013127D001',
      fields: [
        field('name', '姓名'),
        field('citizen_number', '公民身份号码', 'citizen-number'),
        field('address', '住址'),
      ],
      validity: { rule: 'stated', ...prov },
    },
  ],
};

type Change = (text: string) => string;
const moreQuestions: Change = (text) =>
  `- {id: colour, use: choice, ask: 要什么颜色的贴, options: [红, 黄], when: 要贴标, purpose: 制作艇身贴}
- {id: postal-address, use: address, ask: 收件地址, within: nation, optional: true, when: 要贴标, purpose: 邮寄艇身贴}
- {id: mooring, use: text, ask: 停艇的地方, prefill: licence.resident-id.address, purpose: 写在登记证上}
${text}`;
const procedures: Change = (text) =>
  text.replace(
    'special_procedures: []',
    `special_procedures:
  - {id: float-test, name: 下水试验, type: suspend, max: {days: 20, unit: working}}
  - {id: longer, name: 延长期限, type: extend, max: {days: 10, unit: working}}`,
  );
const signedSteps = `steps:
  - {id: accept, name: 受理, role: clerk}
  - {id: inspect, name: 会审, role: approver, signatures: 2}
  - {id: decide, name: 批准, role: head, four_eyes: true}
`;
const longSteps = `steps:
  - {id: accept, name: 受理, role: clerk}
  - {id: review, name: 审核, role: approver}
  - {id: decide, name: 批准, role: head, four_eyes: true}
  - {id: make, name: 制证, role: clerk}
`;

/** The toy items: kayak, decided by an approver; raft, reviewed, decided by a head and made by a clerk; ferry, countersigned; paddle, settled at the window. */
export function toys(): ItemEdition[] {
  const named =
    (id: string, name: string): Change =>
    (text) =>
      text.replace('id: kayak', `id: ${id}`).replace('皮划艇下水登记', name);
  return [
    toy('kayak', procedures),
    toy('ferry', (text) => named('ferry', '渡船登记')(text).replace(/steps:\n(?: {2}- .*\n)+/, signedSteps)),
    toy('raft', (text) => named('raft', '筏子下水登记')(text).replace(/steps:\n(?: {2}- .*\n)+/, longSteps)),
    toy('paddle', (text) =>
      named(
        'paddle',
        '桨登记',
      )(text)
        .replace('kind: promised', 'kind: immediate')
        .replace(/steps:\n(?: {2}- .*\n)+/, 'steps:\n  - {id: accept, name: 受理, role: clerk}\n')
        .replace('web: pre-acceptance', 'web: full')
        .replace('kind: licence, licence: kayak-permit', 'kind: document'),
    ),
    toy('canoe', (text) => named('canoe', '独木舟登记')(text).replace('web: pre-acceptance', 'web: booking')),
  ];
}

/** A kayak item of another kind; `materials` changes what it asks for. */
export function toy(id: string, item: Change, materials: Change = (text) => text): ItemEdition {
  const changes = { 'item.yaml': item, 'form.yaml': moreQuestions, 'materials.yaml': materials };
  const read = readFolder(kayakFolder(changes, id));
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const compiled = compileItem(read.folder);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.edition;
}
