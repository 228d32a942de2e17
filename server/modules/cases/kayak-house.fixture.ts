import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import type { ItemEdition } from '@tongban/catalogue';
import {
  buildSearchIndex,
  compileItem,
  type LicenceTypes,
  type Offices as OfficesContent,
  readFolder,
  searchable,
} from '@tongban/catalogue/author';
import { kayakFolder } from '@tongban/catalogue/kayak';
import {
  type AnswerPair,
  type CaseView,
  casesRoutes,
  type DeskCase,
  type Draft,
  deskRoutes,
  draftsRoutes,
  filesRoutes,
  type Mark,
} from '@tongban/contract';
import { citizenCheck } from '@tongban/kernel';
import { newId, type Platform, type SignedIn, transaction } from '../../platform/index.ts';
import { createTestHouse } from '../../platform/testing.ts';
import { createCatalogue } from '../catalogue/index.ts';
import { createFiles, filesHttp } from '../files/index.ts';
import { createGuidance } from '../guidance/index.ts';
import { createIdentity, createRegisterSimulator, createSmsSimulator } from '../identity/index.ts';
import { createLicences, licencesHttp } from '../licences/index.ts';
import { createOffices } from '../offices/index.ts';
import { casesHttp, createCases } from './index.ts';

const organisation = (id: string, covers: string, more: object) => ({
  ...{ id, name: `示例·${id} 公安局`, name_en: `Demo ${id}`, kind: 'city-bureau' as const, level: 3 },
  ...{ division: covers, covers: [covers], phone: '0769-00000000', ...more },
});
const offices: OfficesContent = {
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
const licences: LicenceTypes = {
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
- {id: mooring, use: text, ask: 停艇的地方, prefill: licence.resident-id.address, purpose: 写在登记证上}
${text}`;
const longSteps = `steps:
  - {id: accept, name: 受理, role: clerk}
  - {id: review, name: 审核, role: approver}
  - {id: decide, name: 批准, role: head, four_eyes: true}
  - {id: make, name: 制证, role: clerk}
`;

/** The toy items: kayak, decided by an approver; raft, reviewed, decided by a head and made by a clerk; paddle, settled at the window. */
function toys(): ItemEdition[] {
  const named =
    (id: string, name: string): Change =>
    (text) =>
      text.replace('id: kayak', `id: ${id}`).replace('皮划艇下水登记', name);
  return [
    toy('kayak', (text) => text),
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

function toy(id: string, item: Change): ItemEdition {
  const read = readFolder(kayakFolder({ 'item.yaml': item, 'form.yaml': moreQuestions }, id));
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const compiled = compileItem(read.folder);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.edition;
}

const phones = { consult: '0769-00000000', complaint: '0769-00000001' };
const local = ['4419', '4401'].map((city) => ({
  city,
  name: '示例市',
  demo: true as const,
  phones,
  items: {},
}));

/** A house with everything a case needs, two cities and the toy items. */
export async function createKayakHouse() {
  const modules: Modules[] = [];
  const house = await createTestHouse((platform) => modules.push(build(platform)));
  const [built] = modules;
  if (built === undefined) throw new Error('not built');
  const editions = toys();
  const search = buildSearchIndex(editions.map(searchable), {});
  await built.catalogue.load({ editions, search, local });
  const whole = {
    ...house,
    ...built,
    /** Publishes a kayak item with another line about who it is for. */
    publishChanged: () =>
      built.catalogue.load({
        editions: [toy('kayak', (text) => text.replace('都可以办。', '都能办。'))],
        search,
        local,
      }),
  };
  return { ...whole, ...createPeople(whole), ...createActs(whole), ...createDeskActs(whole) };
}

type Modules = ReturnType<typeof build>;
type Built = Awaited<ReturnType<typeof createTestHouse>> & Modules;

function build(platform: Platform) {
  const officesModule = createOffices({ divisions: [], offices, local });
  const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
  const identity = createIdentity({ ...platform, ports });
  const catalogue = createCatalogue({ ...platform, offices: officesModule });
  const files = createFiles(platform);
  const licencesModule = createLicences({ ...platform, types: licences, files });
  const parts = { ...platform, offices: officesModule, identity, catalogue, files, licences: licencesModule };
  const calendar = createCalendar(national);
  const cases = createCases({ ...parts, guidance: createGuidance({ catalogue }), calendar });
  filesHttp(platform.http, files);
  licencesHttp(platform.http, licencesModule);
  casesHttp(platform.http, cases);
  return { identity, catalogue, files, licences: licencesModule, cases };
}

/** Invented people, enrolled as real ones are. */
function createPeople(house: Built) {
  let count = 0;
  const nextNumber = () => {
    count += 1;
    const digits = `99010119900307${String(count).padStart(3, '0')}`;
    return `${digits}${citizenCheck(digits)}`;
  };
  return {
    async citizen(name = '示例甲'): Promise<SignedIn & { citizenNumber: string }> {
      const citizenNumber = nextNumber();
      const personId = await transaction(house.db, (tx) =>
        house.identity.enrolCitizen(tx, { name, citizenNumber, phone: '19900001234' }),
      );
      return { role: 'citizen', personId, citizenNumber };
    },
    async staff(role: 'clerk' | 'approver' | 'supervisor', more: Partial<Post> = {}): Promise<SignedIn> {
      const { branch = 'lake/east', name = '示例·同事', ...rest } = more;
      const personId = await transaction(house.db, (tx) =>
        house.identity.enrolStaff(tx, {
          ...{ name, login: newId(), staffNumber: 'TEST', password: 'a long password' },
          totpSecret: 'TONGBANTESTTONGBANTESTTONGBANTE2',
          assignments: [],
        }),
      );
      return { role, personId, assignment: { id: newId(), branch, ...rest } };
    },
    /** Puts an identity card into a wallet. */
    giveCard: (person: { personId: string; citizenNumber: string }, until = '2030-01-01') =>
      transaction(house.db, (tx) =>
        house.licences.addExisting(tx, {
          ...{ type: 'resident-id', holderId: person.personId, number: person.citizenNumber },
          ...{ issuedOn: '2020-01-01', validUntil: until },
          data: { name: '示例甲', citizen_number: person.citizenNumber, address: '东湖示例路 1 号' },
        }),
      ),
  };
}
type Post = { branch: string; items: string[]; head: boolean; name: string };

/** Answers under which a kayak may be registered and an identity card is asked for. */
export const lakeAnswers: AnswerPair[] = [
  ['水域', '湖泊'],
  ['艇长', '420'],
  ['要贴标', '否'],
  ['授权电子证照', '否'],
  ['同行人', '0'],
];

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

/** The steps of an applicant, each through the contract. */
function createActs(house: Built) {
  const upload = async (owner: SignedIn, name = '身份证.png', whole = true): Promise<string> => {
    const call = house.as(owner);
    const body = { name, contentType: 'image/png', bytes: png.length };
    const { file } = await call(filesRoutes.begin, { body });
    const headers = { 'upload-offset': 0 };
    if (whole) await call(filesRoutes.append, { params: { file }, headers, body: png });
    return file;
  };
  const begin = (owner: SignedIn, item = 'kayak', answers = lakeAnswers): Promise<Draft> =>
    house.as(owner)(draftsRoutes.begin, { body: { item, division: '4419', answers } });
  const fill = async (owner: SignedIn, draft: Draft): Promise<Draft> => {
    const values = { ...draft.values, phone: '19900001234', mooring: '东湖码头', declaration: 'yes' };
    const params = { draft: draft.draft };
    await house.as(owner)(draftsRoutes.saveValues, { params, body: { values } });
    const at = { params: { ...params, material: 'identity-card' } };
    const file = await upload(owner);
    return house.as(owner)(draftsRoutes.lay, { ...at, body: { met: 'files', files: [file] } });
  };
  const submit = (owner: SignedIn, draft: string): Promise<CaseView> =>
    house.as(owner)(casesRoutes.submit, { body: { draft, declared: true } });
  return {
    upload,
    begin,
    fill,
    submit,
    async submitted(owner: SignedIn, item = 'kayak'): Promise<string> {
      const { draft } = await fill(owner, await begin(owner, item));
      return (await submit(owner, draft)).case;
    },
  };
}

/** The steps of staff, each on the case as it stands. */
function createDeskActs(house: Built) {
  const seen = (caller: SignedIn, number: string): Promise<DeskCase> =>
    house.as(caller)(deskRoutes.get, { params: { case: number } });
  const acting = async (caller: SignedIn, number: string) => {
    const { version } = await seen(caller, number);
    return { call: house.as(caller), params: { case: number }, version };
  };
  return {
    seen,
    acting,
    async claim(caller: SignedIn, number: string): Promise<DeskCase> {
      const { call, params, version } = await acting(caller, number);
      return call(deskRoutes.claim, { params, body: { version } });
    },
    async mark(caller: SignedIn, number: string, marks: Mark[] = [okMark]): Promise<DeskCase> {
      const { call, params } = await acting(caller, number);
      return call(deskRoutes.mark, { params, body: { marks } });
    },
    async accept(caller: SignedIn, number: string): Promise<DeskCase> {
      const { call, params, version } = await acting(caller, number);
      return call(deskRoutes.accept, { params, body: { version } });
    },
  };
}

export const okMark: Mark = { material: 'identity-card', checkpoint: 'name', result: 'ok' };
export const defectMark: Mark = {
  ...{ material: 'identity-card', checkpoint: 'name', result: 'defect' },
  say: '照片里看不清姓名，重拍一张',
};
export type KayakHouse = Awaited<ReturnType<typeof createKayakHouse>>;
