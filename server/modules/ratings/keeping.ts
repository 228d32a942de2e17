import type { GivenRating, OwnRating } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, publish, type Tx } from '../../platform/index.ts';
import { repairMoved } from './events.ts';
import type { Offering } from './offering.ts';
import { type Parts, places } from './parts.ts';
import type { Pushing } from './pushing.ts';
import { type Channel, isUnfavourable, mayRate, reasonsFor, repairDue } from './rules.ts';
import type { RatingRow, RepairRow, ServiceRow } from './store/tables.ts';
import { sentences } from './words.ts';

/** What is said of a service, by which channel, and by whom it was put down where somebody told it by phone. */
export type Given = GivenRating & { channel: Channel; registeredBy?: string };
type Whole = Parts & { offering: Offering; pushing: Pushing };
export type Keep = ReturnType<typeof createKeeping>;

/** 记下评价: once for each service; a bad one has its repair order, its push and its notice from the same act. */
export function createKeeping(parts: Whole) {
  const { store, offering, pushing } = parts;
  return async (tx: Tx, found: ServiceRow | undefined, given: Given): Promise<OwnRating> => {
    const service = await ratable(parts, tx, found);
    refuseStrangeReasons(parts, given);
    const row = rowOf(parts, service, given);
    if (!(await store.insertRating(tx, row))) throw refusal('rated');
    const repair = await openRepair(parts, tx, { rating: row, phone: given.phone });
    await pushing.order(tx, row.rating_id);
    return { ...(await offering.own(row)), ...repair };
  };
}

/** The service, if it may be rated now. */
async function ratable(
  { store, clock }: Parts,
  tx: Tx,
  service: ServiceRow | undefined,
): Promise<ServiceRow> {
  if (service === undefined) throw refusal('not-ended');
  const isRated = (await store.ratingOf(tx, service.service_id)) !== undefined;
  const verdict = mayRate({ rateUntil: service.rate_until }, { isRated, today: shanghaiDay(clock()) });
  if (!verdict.ok) throw refusal(verdict.why);
  return service;
}

function refuseStrangeReasons({ rules }: Parts, { level, channel, reasons }: Given): void {
  const known = reasonsFor(rules, level, channel).map(({ id }) => id);
  const strange = reasons.filter((id) => !known.includes(id));
  if (strange.length === 0) return;
  const faults = strange.map((id) => ({ pointer: '/reasons', code: 'unknown', message: id }));
  throw new Problem('ratings.reason', 'invalid', words('reason'), faults);
}

function rowOf({ vault, clock, rules }: Parts, service: ServiceRow, given: Given): RatingRow {
  const ratingId = newId();
  const said = given.say?.trim() ?? '';
  const at = clock();
  return {
    ...{ rating_id: ratingId, service_id: service.service_id, branch: service.branch, item: service.item },
    ...{ clerk_ids: service.clerk_ids, person_id: service.person_id, visit: service.kind === 'visit' },
    ...{ level: given.level, reasons: given.reasons, channel: given.channel, origin: 'person' },
    said: said === '' ? undefined : vault.seal(places.said(ratingId), said),
    ...{ state: 'standing', rated_at: at, registered_by: given.registeredBy },
    // A bad rating is kept from the rated clerk until its order is closed.
    shown_at: isUnfavourable(rules, given.level) ? undefined : at,
  };
}

type Opening = { rating: RatingRow; phone: string | undefined };

/** A bad rating has its repair order from the first moment, and its rater is told of it at once. */
async function openRepair(
  parts: Parts,
  tx: Tx,
  { rating, phone }: Opening,
): Promise<Pick<OwnRating, 'repair'>> {
  const { store, rules, calendar, clock, vault } = parts;
  if (!isUnfavourable(rules, rating.level)) return {};
  const [at, repairId] = [clock(), newId()];
  const dueOn = repairDue(rules, calendar, shanghaiDay(at));
  const isStranger = rating.person_id === undefined && phone !== undefined;
  const repair: RepairRow = {
    ...{ repair_id: repairId, rating_id: rating.rating_id, branch: rating.branch, visit: rating.visit },
    ...{ person_id: rating.person_id, state: 'opened', round: 1, version: 0, opened_at: at, due_on: dueOn },
    ...{ handler_id: undefined, reply: undefined, appeal: undefined, appealed_by: undefined },
    ...{ called_back_at: undefined, closed_at: undefined, not_reached: 0, reminded_on: undefined },
    contact: isStranger ? vault.seal(places.contact(repairId), phone) : undefined,
  };
  await store.insertRepair(tx, repair);
  await publish(tx, repairMoved({ repair: repairId, news: 'repair-opened' }));
  return { repair: { state: 'opened', dueOn } };
}

/** Why something about ratings cannot be done, in the words of the person it is told. */
export function refusal(why: 'not-ended' | 'rated' | 'too-late' | 'no-number' | 'not-shown'): Problem {
  return new Problem(`ratings.${why}`, why === 'no-number' ? 'missing' : 'conflict', words(why));
}

function words(why: string): string {
  return sentences[`ratings.${why}`]?.zh ?? why;
}
