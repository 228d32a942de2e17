import type { RatingRules } from '@tongban/catalogue/author';
import type { RepairAct as Act, RepairView, RepairRow as RowView } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { asMachine, can, maskedBy, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Person } from '../identity/index.ts';
import { type Parts, placeOf, places } from './parts.ts';
import { decideRepair, levelOf, type RepairAct, repairLight } from './rules.ts';
import type { WholeRepair } from './store/repairs.ts';
import type { StepRow } from './store/tables.ts';
import { contactOf } from './telling.ts';
import { actTitles } from './words.ts';

type People = ReadonlyMap<string, Person>;
type Asked = { state: 'open' | 'closed'; after?: string };
const pageSize = 50;

/** 整改单 as the desk reads it: the most urgent first, the rater masked. */
export function createRepairViews(parts: Parts) {
  const { store, identity } = parts;
  const peopleOf = (ids: readonly (string | undefined)[]): Promise<People> =>
    asMachine('worker', () => identity.persons([...new Set(ids.flatMap((id) => id ?? []))]));
  return {
    async list(caller: SignedIn, { state, after }: Asked) {
      const from = after === undefined ? {} : { after: cursorOf(after) };
      const found = await store.page(placeOf(caller, 'repair'), { state, limit: pageSize + 1, ...from });
      const shown = found.slice(0, pageSize);
      const people = await peopleOf(shown.map(({ repair }) => repair.handler_id));
      const last = shown.at(-1);
      return {
        repairs: await Promise.all(shown.map((whole) => rowOf(parts, whole, people))),
        ...(found.length > pageSize && last !== undefined ? { next: cursorTo(state, last) } : {}),
      };
    },
    async view(caller: SignedIn, whole: WholeRepair, tx: Tx | undefined): Promise<RepairView> {
      const { repair, rating } = whole;
      const steps = await store.steps(tx, repair.repair_id);
      const people = await peopleOf([
        repair.handler_id,
        rating.person_id,
        ...steps.map(({ by_id }) => by_id),
      ]);
      return {
        ...(await rowOf(parts, whole, people)),
        ...saidOf(parts, whole),
        ...raterOf(parts, caller, { whole, people }),
        steps: steps.map((step) => stepOf(parts, step, people)),
        notReached: whole.repair.not_reached,
        may: mayOf(parts, caller, whole),
      };
    },
  };
}
export type RepairViews = ReturnType<typeof createRepairViews>;

/** What decides about an order. */
export function factsOf({ repair: { call_tries: callTries } }: RatingRules, { repair, rating }: WholeRepair) {
  return {
    ...{ state: repair.state, round: repair.round, ratedIds: rating.clerk_ids },
    ...{ reachable: isReachable(repair), notReached: repair.not_reached, callTries },
    ...{ appeal: repair.appeal, appealedBy: repair.appealed_by, handlerId: repair.handler_id },
  };
}

function isReachable({ person_id: personId, contact }: WholeRepair['repair']): boolean {
  return personId !== undefined || contact !== undefined;
}

async function rowOf(parts: Parts, whole: WholeRepair, people: People): Promise<RowView> {
  const { rules, calendar, clock, names } = parts;
  const { repair, rating, service } = whole;
  // A closed order shows the light it ended with.
  const today = shanghaiDay(repair.closed_at ?? clock());
  const handler = people.get(repair.handler_id ?? '')?.name;
  return {
    ...{ repair: repair.repair_id, state: repair.state, round: repair.round, service: service.kind },
    ...{
      number: service.number,
      itemName: (await names.item(service.item)).zh,
      unit: names.unit(service.branch),
    },
    ...(service.window_id === undefined ? {} : { windowName: names.window(service.window_id) }),
    ...{ level: rating.level, levelName: levelOf(rules, rating.level)?.name ?? String(rating.level) },
    channelName: rules.channels.find(({ id }) => id === rating.channel)?.name ?? '',
    ...{ ratedAt: rating.rated_at.toISOString(), dueOn: repair.due_on },
    ...repairLight(rules, calendar, { due: repair.due_on, today }),
    ...(repair.appeal === undefined ? {} : { appeal: repair.appeal }),
    ...(handler === undefined ? {} : { handler }),
  };
}

function saidOf({ rules, vault }: Parts, { rating }: WholeRepair): Pick<RepairView, 'reasons' | 'say'> {
  return {
    reasons: rating.reasons.map((id) => rules.reasons.find((one) => one.id === id)?.say ?? id),
    ...(rating.said === undefined ? {} : { say: vault.open(places.said(rating.rating_id), rating.said) }),
  };
}

/** Who rated, masked as the policy has it; of a visit by ticket alone there is at most a phone. */
function raterOf(
  { vault }: Parts,
  caller: SignedIn,
  { whole: { rating, repair }, people }: { whole: WholeRepair; people: People },
): Pick<RepairView, 'rater'> {
  const person = people.get(rating.person_id ?? '');
  const phone = person?.phone ?? contactOf({ vault }, repair);
  if (person === undefined && phone === undefined) return {};
  const decision = can(caller, 'read', { kind: 'repair', branch: repair.branch });
  const masked = maskedBy(decision, { name: person?.name ?? '', ...(phone === undefined ? {} : { phone }) });
  return { rater: person === undefined ? { ...masked, name: '' } : masked };
}

function stepOf({ vault }: Parts, step: StepRow, people: People): RepairView['steps'][number] {
  const { repair_id: repairId, seq, act, at, by_id: by, said } = step;
  return {
    ...{ act, title: actTitles[act], at: at.toISOString(), by: people.get(by)?.name ?? '' },
    ...(said === undefined ? {} : { text: vault.open(places.step(repairId, seq), said) }),
  };
}

const acts: readonly (readonly [Act, RepairAct])[] = [
  ['take', 'take'],
  ['answer', 'answer'],
  ['call-back', 'satisfied'],
  ['close', 'close'],
  ['appeal', 'appeal'],
  ['recheck', 'upheld'],
];

/** What this caller may do next. */
function mayOf({ rules }: Parts, { personId, role }: SignedIn, whole: WholeRepair): Act[] {
  const facts = factsOf(rules, whole);
  const may = acts.filter(([, act]) => decideRepair(facts, act, { personId, role }).ok).map(([name]) => name);
  const inHand = facts.state !== 'closed' && facts.handlerId === personId && facts.reachable;
  return inHand ? [...may, 'unmask'] : may;
}

function cursorTo(state: 'open' | 'closed', { repair }: WholeRepair): string {
  const key = state === 'open' ? repair.due_on : (repair.closed_at?.toISOString() ?? '');
  return `${key}|${repair.repair_id}`;
}

function cursorOf(after: string): { key: string; id: string } {
  const [key = '', id = ''] = after.split('|');
  return { key, id };
}
