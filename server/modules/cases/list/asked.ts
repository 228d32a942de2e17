import { addDays } from '@tongban/calendar';
import type { ListFilter } from '@tongban/contract';
import { checkCitizenNumber, Problem, shanghaiDay, startOfDay } from '@tongban/kernel';
import { asMachine, type Db, type Platform, type SignedIn, transaction } from '../../../platform/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Queue } from '../kept.ts';
import { reachOf } from '../rules.ts';
import type { CaseRow } from '../store/tables.ts';
import { openQueues, type Place, type TaskWish } from './wish.ts';

type Deps = Pick<Platform, 'clock'> & {
  db: Db;
  catalogue: Pick<Catalogue, 'search'>;
  identity: Pick<Identity, 'findByNumber'>;
};
export type Asking = ReturnType<typeof createAsking>;

const every: readonly Queue[] = [...openQueues, 'closed'];
const queuesOf = { mine: openQueues, all: every };

/** 筛选: turns what somebody asked into what the store looks for; undefined when nothing can match. */
export function createAsking({ clock, db, catalogue, identity }: Deps) {
  const sought = async (typed: string): Promise<Partial<TaskWish> | undefined> => {
    if (typed === '') return {};
    if (isCitizenNumber(typed)) {
      // Numbers are kept sealed: the person is found by the blind index, exactly or not at all.
      const person = await asMachine('worker', () =>
        transaction(db, (tx) => identity.findByNumber(tx, typed)),
      );
      return person === undefined ? undefined : { applicantId: person.personId };
    }
    if (/^[0-9a-z]{2,50}$/i.test(typed) && /\d/.test(typed)) return { number: typed.toUpperCase() };
    const [hit] = catalogue.search({ q: typed, limit: 1 }).hits;
    return hit === undefined ? undefined : { items: [hit.item] };
  };
  return async (caller: SignedIn, filter: ListFilter): Promise<TaskWish | undefined> => {
    const found = await sought(filter.q?.trim() ?? '');
    if (found === undefined) return undefined;
    const items = common([reachOf(caller).items, filter.items, found.items]);
    if (items?.length === 0) return undefined;
    return {
      ...found,
      queues: askedQueues(filter),
      ...(items === undefined ? {} : { items }),
      ...narrowing(filter, caller.personId),
      today: shanghaiDay(clock()),
    };
  };
}

/** Whether a search names a person; such words go neither into an address nor into a saved view. */
export function isCitizenNumber(typed: string): boolean {
  return checkCitizenNumber(typed.trim()).ok;
}

/** Lights are those of open cases: what is closed shines no more. */
function askedQueues({ queue = 'all', lights }: ListFilter): readonly Queue[] {
  const queues = queue === 'mine' || queue === 'all' ? queuesOf[queue] : [queue];
  return lights === undefined ? queues : queues.filter((one) => one !== 'closed');
}

function narrowing(filter: ListFilter, personId: string): Partial<TaskWish> {
  const { queue, holder, lights, dueBy, submittedFrom, submittedTo, office } = filter;
  const whose = queue === 'mine' ? 'me' : holder;
  return {
    ...(whose === undefined ? {} : { holder: holderOf(whose, personId) }),
    ...(lights === undefined ? {} : { lights }),
    ...(dueBy === undefined ? {} : { dueBy }),
    ...(submittedFrom === undefined ? {} : { submittedFrom: startOfDay(submittedFrom) }),
    ...(submittedTo === undefined ? {} : { submittedBefore: startOfDay(addDays(submittedTo, 1)) }),
    ...(office === undefined ? {} : { office }),
  };
}

function holderOf(whose: string, me: string): NonNullable<TaskWish['holder']> {
  if (whose === 'nobody') return whose;
  const personId = whose === 'me' ? me : whose;
  if (/^[0-9a-f-]{36}$/.test(personId)) return { personId };
  throw new Problem('cases.holder', 'invalid', '没有这位经办人，重新选一位');
}

/** What all of some sets have in common; a set that is absent holds everything. */
function common(sets: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return sets
    .filter((set) => set !== undefined)
    .reduce<readonly string[] | undefined>(
      (both, set) => (both === undefined ? set : both.filter((one) => set.includes(one))),
      undefined,
    );
}

/** Where the page after this row begins, as the screen keeps it. */
export function nextOf({ queue, urgent_on, case_id }: CaseRow): string {
  return `${queue === 'closed' ? 1 : 0}~${urgent_on}~${case_id}`;
}

/** Reads it back. */
export function placeOf(after: string): Place {
  const [, closed, urgentOn, caseId] = /^([01])~(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after) ?? [];
  if (urgentOn === undefined || caseId === undefined) {
    throw new Problem('cases.page', 'invalid', '翻页的位置不对，从第一页重新看');
  }
  return { closed: closed === '1', urgentOn, caseId };
}
