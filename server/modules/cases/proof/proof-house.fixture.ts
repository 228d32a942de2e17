import { casesRoutes, type DeskCase, type Draft, deskRoutes, draftsRoutes } from '@tongban/contract';
import type { SignedIn } from '../../../platform/index.ts';
import { toy } from '../kayak-content.fixture.ts';
import { createKayakHouse, type KayakHouse, okMark } from '../kayak-house.fixture.ts';
import type { DataSources, SourceAnswer, SourceQuestion } from './ports/data-sources.ts';
import { named, onlyIdentity, punt } from './promised.fixture.ts';

const paperless = `
- id: conduct
  name: 文明划船记录
  holder: 申请人
  form: {original: 0}
  substitute: {by: data-check}
  basis: {source: KAYAK1}
  checkpoints:
    - {id: none, check: 没有不文明划船, at: [review], by: data-check}
`;

/** Items whose identity card may be left out: skiff by a data check, punt by a promise, barge because staff find out; a gig has something nobody can bring. */
const toys = [
  toy(
    'skiff',
    named('skiff', '小艇登记'),
    onlyIdentity('  substitute: {by: licence, licence: resident-id, else: data-check}\n'),
  ),
  punt,
  toy('barge', named('barge', '驳船登记'), onlyIdentity('  substitute: {by: investigation}\n')),
  toy('gig', named('gig', '赛艇登记'), (text) => `${text}${paperless.trimStart()}`),
];

/** The register of identity cards as a pretend outsider: it says what it is told to, and counts how often it is asked. */
function createPretendRegister() {
  let says: SourceAnswer | 'away' = { state: 'match', facts: [] };
  const asked: SourceQuestion[] = [];
  const sources: DataSources = {
    kind: 'simulator',
    async ask(question) {
      asked.push(question);
      if (says === 'away') throw new Error('away');
      return says;
    },
  };
  return {
    sources,
    asked,
    says: (answer: SourceAnswer | 'away') => {
      says = answer;
    },
  };
}
type PretendRegister = ReturnType<typeof createPretendRegister>;

const source = {
  ...{ id: 'population', name: '示例人口库', name_en: 'Demo register', keeper: '示例局' },
  ...{ answers: [{ licence: 'resident-id' }], wait_ms: 300, source: 'KAYAK1' },
};

/** A kayak house with items whose papers may be left out, and a register that can be asked. */
export async function createProofHouse(register: PretendRegister = createPretendRegister()) {
  const dataSourcing = { list: { applicants: ['申请人'], sources: [source] }, sources: register.sources };
  const house = await createKayakHouse({}, { toys, dataSourcing });
  const clerk = await house.staff('clerk', { name: '示例·受理' });
  const approver = await house.staff('approver', { name: '示例·审批' });
  return { ...house, register, clerk, approver, ...createSteps(house, { clerk, approver }) };
}
export type ProofHouse = Awaited<ReturnType<typeof createProofHouse>>;

type Staff = { clerk: SignedIn; approver: SignedIn };

function createSteps(house: KayakHouse, { clerk, approver }: Staff) {
  const filled = async (owner: SignedIn, item: string): Promise<Draft> => {
    const { draft, values } = await house.begin(owner, item);
    const all = { ...values, phone: '19900001234', mooring: '东湖码头', declaration: 'yes' };
    return house.as(owner)(draftsRoutes.saveValues, { params: { draft }, body: { values: all } });
  };
  const accepted = async (number: string, points: 'checked' | 'none' = 'none'): Promise<DeskCase> => {
    await house.claim(clerk, number);
    if (points === 'checked') await house.mark(clerk, number);
    return house.accept(clerk, number);
  };
  const granted = async (number: string): Promise<DeskCase> => {
    const { version } = await house.claim(approver, number);
    const body = { version, verdict: 'grant' } as const;
    return house.as(approver)(deskRoutes.decide, { params: { case: number }, body });
  };
  return {
    /** A draft with everything typed and nothing laid. */
    filled,
    accepted,
    granted,
    /** Promises instead of bringing the identity card. */
    promise: (owner: SignedIn, draft: string, agreed?: boolean): Promise<Draft> =>
      house.as(owner)(draftsRoutes.lay, {
        params: { draft, material: 'identity-card' },
        body: { met: 'promise', files: [], ...(agreed === undefined ? {} : { agreed }) },
      }),
    handIn: async (owner: SignedIn, item: string): Promise<string> =>
      (await house.submit(owner, (await filled(owner, item)).draft)).case,
    view: (owner: SignedIn, number: string) => house.as(owner)(casesRoutes.get, { params: { case: number } }),
    markOk: (caller: SignedIn, number: string) => house.mark(caller, number, [okMark]),
  };
}
