import {
  casesRoutes,
  deskRoutes,
  draftsRoutes,
  intakeRoutes,
  issueRoutes,
  listRoutes,
  type Role,
  screensRoutes,
} from '@tongban/contract';
import { sql } from 'kysely';
import { type KayakHouse, lakeAnswers } from './modules/cases/kayak-house.fixture.ts';
import { newId, type SignedIn } from './platform/index.ts';
import type { Resource } from './platform/policy/subject.ts';

/** How a thing stands to the one who asks. */
export const relations = ['own', 'same branch', 'other branch'] as const;
export type Relation = (typeof relations)[number];
export type SampleThing = {
  readonly id: string;
  readonly facts: Omit<Resource, 'kind'>;
  readonly documents?: string[];
  /** Whether it is still there. */
  readonly stands?: () => Promise<boolean>;
};
/** A thing of a kind as it stands to a caller; made anew where asking for it may use it up. */
export type Sampling = (caller: SignedIn, relation: Relation) => Promise<SampleThing>;
type People = Awaited<ReturnType<typeof settle>>;

/** What is said of a thing that is not there, or as good as not there. */
export const missing: Readonly<Record<string, readonly string[]>> = {
  ...{ case: ['cases.missing'], draft: ['cases.draft'], sitting: ['intake.missing'] },
  ...{
    file: ['files.missing'],
    licence: ['licences.certificate', 'licences.missing'],
    collection: ['issue.collection'],
  },
  ...{ view: ['cases.view'], export: ['cases.export-missing'], screen: ['devices.screen'] },
};

/** People of two branches, and things of every kind as they stand to each of them. */
export async function createSampleThings(house: KayakHouse) {
  const people = await settle(house);
  const samples: Readonly<Record<string, Sampling>> = {
    ...casesOf(house, people),
    ...deskThingsOf(house, people),
    ...listThingsOf(house, people),
  };
  return { samples, callerAs: (role: Role) => callerAs(people, role) };
}

/** Fills the house: two applicants, two branches, and cases, drafts, files and sittings of each. */
async function settle(house: KayakHouse) {
  const [ann, bob, eve] = [
    await house.citizen('示例甲'),
    await house.citizen('示例乙'),
    await house.citizen('示例丙'),
  ];
  const clerkAt = async (branch: string, window: string) =>
    sitting(await house.staff('clerk', { branch }), window);
  const clerk = await clerkAt('lake/east', 'east-w01');
  const colleague = await clerkAt('lake/east', 'east-w02');
  const far = await clerkAt('lake/west', 'west-w01');
  const approver = await house.staff('approver', { branch: 'lake/east' });
  const farApprover = await house.staff('approver', { branch: 'lake/west' });
  const held = await house.submitted(ann);
  await house.claim(clerk, held);
  const reviewed = await accepted(house, clerk, await house.submitted(ann));
  await house.claim(approver, reviewed);
  const loose = await house.submitted(bob);
  const away = await submittedAway(house, bob);
  const sit = async (who: SignedIn, person: typeof ann, name: string) =>
    (
      await house.as(who)(intakeRoutes.begin, {
        body: { name, citizenNumber: person.citizenNumber, by: 'card' },
      })
    ).sitting;
  return {
    ...{ ann, bob, clerk, approver, colleague, far, held, reviewed, loose, away },
    ready: await granted(house, approver, await accepted(house, clerk, await house.submitted(eve))),
    readyAway: await granted(house, farApprover, await accepted(house, far, await submittedAway(house, eve))),
    sittings: [
      await sit(clerk, eve, '示例丙'),
      await sit(colleague, bob, '示例乙'),
      await sit(far, ann, '示例甲'),
    ],
    licences: [await house.giveCard(ann), await house.giveCard(bob)],
  };
}

function sitting(staff: SignedIn, window: string): SignedIn {
  return { ...staff, assignment: { id: newId(), branch: '', ...staff.assignment, window } };
}

async function submittedAway(house: KayakHouse, person: SignedIn): Promise<string> {
  const body = { item: 'kayak', division: '4401', answers: lakeAnswers };
  const { draft } = await house.fill(person, await house.as(person)(draftsRoutes.begin, { body }));
  return (await house.submit(person, draft)).case;
}

async function accepted(house: KayakHouse, clerk: SignedIn, number: string): Promise<string> {
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  return number;
}

async function granted(house: KayakHouse, approver: SignedIn, number: string): Promise<string> {
  await house.claim(approver, number);
  await house.mark(approver, number);
  const { call, params, version } = await house.acting(approver, number);
  await call(deskRoutes.decide, { params, body: { version, verdict: 'grant' } });
  return number;
}

function callerAs({ ann, clerk, approver }: People, role: Role): SignedIn {
  const assignment = { id: newId(), branch: 'lake/east' };
  switch (role) {
    case 'citizen':
      return ann;
    case 'clerk':
      return clerk;
    case 'approver':
      return approver;
    case 'agent':
      return { role, personId: newId(), principalId: ann.personId };
    case 'enterprise':
      return { role, personId: ann.personId };
    default:
      return { role, personId: newId(), assignment };
  }
}

/** Things of applicants. */
function casesOf(house: KayakHouse, people: People): Record<string, Sampling> {
  const { ann, bob, clerk, approver } = people;
  const aCase = (id: string, facts: SampleThing['facts']) => caseFrom(house, id, facts);
  return {
    case: async ({ role }, relation) => {
      const { held, reviewed, loose, away } = people;
      const mine = { ownerId: ann.personId, branch: 'lake/east' };
      if (relation === 'own' && role === 'approver')
        return aCase(reviewed, { ...mine, holderId: approver.personId });
      if (relation === 'own') return aCase(held, { ...mine, holderId: clerk.personId });
      const theirs = { ownerId: bob.personId, holderId: '' };
      if (relation === 'same branch') return aCase(loose, { ...theirs, branch: 'lake/east' });
      return aCase(away, { ...theirs, branch: 'lake/west' });
    },
    draft: async (_, relation) => {
      const owner = relation === 'own' ? ann : bob;
      const { draft: id } = await house.begin(owner);
      const stands = () =>
        house
          .as(owner)(draftsRoutes.list, {})
          .then((all) => all.some(({ draft }) => draft === id));
      return { id, facts: { ownerId: owner.personId }, stands };
    },
    file: async ({ role }, relation) => {
      const owner = relation === 'own' ? ann : bob;
      if (role === 'clerk' && relation === 'own')
        return { id: await house.upload(clerk), facts: { ownerId: clerk.personId } };
      const number = { own: people.held, 'same branch': people.loose, 'other branch': people.away }[relation];
      const { slots } = await house.as(owner)(casesRoutes.get, { params: { case: number } });
      const branch = relation === 'other branch' ? 'lake/west' : 'lake/east';
      return { id: slots[0]?.files[0]?.file ?? '', facts: { ownerId: owner.personId, branch } };
    },
    licence: async (_, relation) => {
      const [owner, id] = relation === 'own' ? [ann, people.licences[0]] : [bob, people.licences[1]];
      return { id: id ?? '', facts: { ownerId: owner.personId } };
    },
  };
}

async function caseFrom(house: KayakHouse, id: string, facts: SampleThing['facts']): Promise<SampleThing> {
  const { rows } = await sql<{
    document: string;
  }>`select jsonb_array_elements(documents)->>'document' as document
    from cases.case where case_number = ${id}`.execute(house.db);
  return { id, facts: { ...facts, item: 'kayak' }, documents: rows.map((row) => row.document) };
}

/** Things that stand at a window: a sitting, a collection, a second screen. */
function deskThingsOf(house: KayakHouse, people: People): Record<string, Sampling> {
  const holderOf = (relation: Relation) =>
    ({ own: people.clerk, 'same branch': people.colleague, 'other branch': people.far })[relation];
  const factsOf = ({ personId, assignment }: SignedIn) => ({
    ...{ holderId: personId, branch: assignment?.branch ?? '' },
  });
  return {
    sitting: async (_, relation) => ({
      id: people.sittings[relations.indexOf(relation)] ?? '',
      facts: factsOf(holderOf(relation)),
    }),
    collection: async (_, relation) => {
      const holder = holderOf(relation);
      const code = relation === 'other branch' ? people.readyAway : people.ready;
      const { collection: id } = await house.as(holder)(issueRoutes.find, { body: { code } });
      return { id, facts: factsOf(holder) };
    },
    screen: async (_, relation) => {
      const holder = holderOf(relation);
      const { code } = await house.anyone(screensRoutes.offer, {});
      const { screen: id } = await house.as(holder)(screensRoutes.pair, { body: { code } });
      const stands = async () => (await house.as(holder)(screensRoutes.mine, {})).screen?.screen === id;
      return { id, facts: factsOf(holder), stands };
    },
  };
}

/** What members of staff keep of lists for themselves: views, and exports. */
function listThingsOf(house: KayakHouse, { colleague, far }: People): Record<string, Sampling> {
  const holderOf = (caller: SignedIn, relation: Relation) =>
    ({ own: caller, 'same branch': colleague, 'other branch': far })[relation];
  const factsOf = ({ personId, assignment }: SignedIn) => ({
    ...{ holderId: personId, branch: assignment?.branch ?? '' },
  });
  const list = { filter: {}, columns: ['case' as const] };
  return {
    view: async (caller, relation) => {
      const holder = holderOf(caller, relation);
      const call = house.as(holder);
      const name = newId().slice(-12);
      const saved = await call(listRoutes.saveView, { body: { name, ...list } });
      const id = saved.find((one) => one.name === name)?.view ?? '';
      const stands = async () => (await call(listRoutes.views, {})).some(({ view }) => view === id);
      return { id, facts: factsOf(holder), stands };
    },
    export: async (caller, relation) => {
      const holder = holderOf(caller, relation);
      const { export: id } = await house.as(holder)(listRoutes.exportStart, { body: list });
      return { id, facts: factsOf(holder) };
    },
  };
}
