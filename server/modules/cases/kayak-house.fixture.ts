import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import type { ItemEdition } from '@tongban/catalogue';
import { buildSearchIndex, type DispatchRules, searchable } from '@tongban/catalogue/author';
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
import { createCourierSimulator, createDeliveries, deliveriesHttp } from '../deliveries/index.ts';
import { createFiles, filesHttp } from '../files/index.ts';
import { createGuidance } from '../guidance/index.ts';
import { createIdentity, createRegisterSimulator, createSmsSimulator } from '../identity/index.ts';
import { createLicences, licencesHttp } from '../licences/index.ts';
import { createOffices } from '../offices/index.ts';
import { createNoBills, createPaymentSimulator, createPayments } from '../payments/index.ts';
import { casesHttp, createCases, createNoSources } from './index.ts';
import { licences, offices, toy, toys } from './kayak-content.fixture.ts';
import type { DataSourcing } from './proof/service.ts';

const phones = { consult: '0769-00000000', complaint: '0769-00000001' };
const local = ['4419', '4401'].map((city) => ({
  city,
  name: '示例市',
  demo: true as const,
  phones,
  items: {},
}));

/** A house with everything a case needs, two cities and the toy items. */
export async function createKayakHouse(environment: Readonly<Record<string, string>> = {}, more: More = {}) {
  const modules: Modules[] = [];
  const house = await createTestHouse(
    (platform) => {
      const built = build(platform, more);
      modules.push(built);
      more.also?.(platform, built);
    },
    { environment },
  );
  const [built] = modules;
  if (built === undefined) throw new Error('not built');
  const editions = [...toys(), ...(more.toys ?? [])];
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

/** Items, data sources and further modules of a test's own. */
type More = {
  toys?: readonly ItemEdition[];
  dataSourcing?: DataSourcing;
  dispatch?: DispatchRules;
  /** How money is paid besides to the pretended provider, and what bills there are. */
  paying?: (platform: Platform) => Partial<Paying>;
  also?: (platform: Platform, built: Modules) => void;
};
const unconnected: DataSourcing = { list: { applicants: [], sources: [] }, sources: createNoSources() };

/** What the lines are called when it is said why a case went where. */
export const lines: DispatchRules['lines'] = {
  ...{ household: '户籍业务', residence: '居住证业务', 'exit-entry': '出入境业务', traffic: '交管业务' },
  ...{ 'public-order': '治安业务', network: '网安业务', fire: '消防业务' },
};

/** A house without halls: nobody is called, nothing is booked. */
const noHall = {
  personOf: () => Promise.reject(new Error('there is no hall in this house')),
  ofPerson: () => Promise.resolve([]),
};

/** Nobody is chosen: cases wait to be taken up. */
const pooled: DispatchRules = {
  lines,
  rules: [{ id: 'pool', say: '谁空谁认领', to: { unit: 'in-charge' }, choose: 'pool', house_default: true }],
  unassigned: { yellow_hours: 4, red_hours: 8, house_default: true },
};

function build(platform: Platform, { dataSourcing = unconnected, dispatch = pooled, paying }: More) {
  const officesModule = createOffices({ divisions: [], offices, local });
  const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([newcomer]) };
  const identity = createIdentity({ ...platform, ports });
  const catalogue = createCatalogue({ ...platform, offices: officesModule });
  const files = createFiles(platform);
  const licencesModule = createLicences({ ...platform, types: licences, files, identity });
  const parts = { ...platform, offices: officesModule, identity, catalogue, files, licences: licencesModule };
  const calendar = createCalendar(national);
  const guidance = createGuidance({ catalogue });
  const payments = createPayments({ ...parts, ...payingIn(platform, paying?.(platform)) });
  const deliveries = createDeliveries({ ...platform, courier: createCourierSimulator(platform.clock) });
  const casework = {
    ...{ dataSourcing, dispatch, guidance, calendar, payments, deliveries },
    hasLockers: true,
  };
  const cases = createCases({ ...parts, ...casework, arrivals: noHall });
  filesHttp(platform.http, files);
  licencesHttp(platform.http, licencesModule);
  casesHttp(platform.http, cases);
  deliveriesHttp(platform.http, deliveries);
  return {
    ...{ offices: officesModule, identity, catalogue, files, licences: licencesModule },
    ...{ payments, deliveries, cases },
  };
}

type Paying = Pick<
  Parameters<typeof createPayments>[0],
  'providers' | 'bills' | 'lateRuleOf' | 'wechatAccountOf'
>;

/** Money is paid to a pretended provider, and there are no bills. */
function payingIn({ db, clock }: Platform, more: Partial<Paying> = {}): Paying {
  const provider = createPaymentSimulator({ db, clock, way: 'kayakpay', name: { zh: '划艇支付' } });
  const nothing = { bills: createNoBills(), lateRuleOf: () => Promise.resolve(undefined) };
  return { ...nothing, ...more, providers: [provider, ...(more.providers ?? [])] };
}

/** Somebody the register knows and the house does not. */
export const newcomer = {
  name: '示例·新来',
  citizenNumber: `99010119900308001${citizenCheck('99010119900308001')}`,
};

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
    async notify(caller: SignedIn, number: string): Promise<DeskCase> {
      const { call, params, version } = await acting(caller, number);
      return call(deskRoutes.notify, { params, body: { version } });
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
