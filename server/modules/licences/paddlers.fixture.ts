import type { LicenceTypes } from '@tongban/catalogue/author';
import { citizenCheck } from '@tongban/kernel';
import { type SignedIn, transaction } from '../../platform/index.ts';
import { createTestHouse } from '../../platform/testing.ts';
import { createFiles } from '../files/index.ts';
import { createIdentity, createRegisterSimulator, createSmsSimulator } from '../identity/index.ts';
import { createLicences, licencesHttp } from './index.ts';

const prov = { source: 'KAYAK1' };
const common = { issuer: '公安机关', issuer_en: 'Police', issued_here: true, ...prov };
const types: LicenceTypes = {
  ministry: '11100000000013127D',
  types: [
    {
      ...{ id: 'paddler-card', name: '划手卡', name_en: 'Paddler card', kind: 'card', ...common },
      holder: { kind: 'person' },
      fields: [
        { id: 'name', name: '姓名', name_en: 'Name', type: 'text' },
        { id: 'citizen_number', name: '公民身份号码', name_en: 'Citizen number', type: 'citizen-number' },
        { id: 'water', name: '水域', name_en: 'Water', type: 'text' },
        { id: 'secret', name: '内部号', name_en: 'Internal', type: 'text', shown: false },
      ],
      face: { look: 'jade', front: ['name', 'citizen_number', 'water'], back: ['issuer', 'valid_until'] },
      validity: { rule: 'stated', ...prov },
    },
    {
      ...{ id: 'kayak-plate', name: '艇牌', name_en: 'Kayak plate', kind: 'card', ...common },
      holder: { kind: 'vehicle' },
      fields: [{ id: 'born_on', name: '下水日期', name_en: 'Launched', type: 'date' }],
      validity: { rule: 'permanent', ...prov },
    },
  ],
};

export type Paddler = SignedIn & { citizenNumber: string };

/** A house where paddlers carry cards, with families that can be linked. */
export async function createPaddlersHouse() {
  const built: ReturnType<typeof build>[] = [];
  const house = await createTestHouse((platform) => built.push(build(platform)));
  const [modules] = built;
  if (modules === undefined) throw new Error('not built');
  const { identity, licences } = modules;
  let count = 0;
  return {
    ...{ ...house, identity, licences },
    async paddler(name: string, bornOn = '19900307'): Promise<Paddler> {
      count += 1;
      const digits = `990101${bornOn}${String(count).padStart(3, '0')}`;
      const citizenNumber = `${digits}${citizenCheck(digits)}`;
      const personId = await transaction(house.db, (tx) =>
        identity.enrolCitizen(tx, { name, citizenNumber }),
      );
      return { role: 'citizen', personId, citizenNumber };
    },
    card: ({ personId, citizenNumber }: Paddler, more: { type?: string; validUntil?: string } = {}) =>
      transaction(house.db, (tx) =>
        licences.addExisting(tx, {
          ...{ type: 'paddler-card', holderId: personId, number: 'P-20260001', issuedOn: '2022-01-01' },
          data: { name: '示例甲', citizen_number: citizenNumber, water: '江河', secret: '不外传' },
          ...more,
        }),
      ),
    relate: (from: Paddler, to: Paddler, kind: 'child' | 'principal') =>
      transaction(house.db, (tx) =>
        identity.relate(tx, {
          ...{ person_id: from.personId, relative_id: to.personId, kind },
          ...{ items: undefined, until: undefined },
        }),
      ),
  };
}

function build(platform: Parameters<Parameters<typeof createTestHouse>[0]>[0]) {
  const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
  const identity = createIdentity({ ...platform, ports });
  const files = createFiles(platform);
  const licences = createLicences({ ...platform, types, files, identity });
  licencesHttp(platform.http, licences);
  return { platform, identity, licences };
}
