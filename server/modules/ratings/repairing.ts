import type { RepairView } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { asMachine, can, maskedBy, publish, type SignedIn, type Tx } from '../../platform/index.ts';
import { type News, repairMoved } from './events.ts';
import { type Parts, placeOf, places } from './parts.ts';
import { factsOf, type RepairViews } from './repair-views.ts';
import { decideRepair, type Next, type RepairAct, repairDue } from './rules.ts';
import type { WholeRepair } from './store/repairs.ts';
import { contactOf } from './telling.ts';
import { whyNot } from './words.ts';

type Deps = Parts & { views: RepairViews };
type Wish = { repair: string; act: RepairAct; said?: string | undefined; reply?: string };

/** 差评整改: opened, taken, answered, called back, closed; still dissatisfied begins another round. */
export function createRepairing(parts: Deps) {
  const { store, views } = parts;
  const act = async (tx: Tx, caller: SignedIn, wish: Wish): Promise<RepairView> => {
    const whole = certain(await store.lock(tx, placeOf(caller, 'repair'), wish.repair));
    const verdict = decideRepair(factsOf(parts.rules, whole), wish.act, {
      personId: caller.personId,
      role: caller.role,
    });
    if (!verdict.ok) throw refused(verdict.why);
    const done = { whole, wish, next: verdict.next, by: caller.personId };
    await keepStep(parts, tx, done);
    await store.change(tx, whole.repair, changesOf(parts, done));
    if (verdict.next.state === 'closed') await showRated(parts, tx, { whole, struck: wish.act === 'struck' });
    const told = news[wish.act];
    if (told !== undefined) await publish(tx, repairMoved({ repair: wish.repair, news: told }));
    return views.view(caller, certain(await store.lock(tx, placeOf(caller, 'repair'), wish.repair)), tx);
  };
  return {
    list: views.list,
    get: async (caller: SignedIn, repair: string): Promise<RepairView> =>
      views.view(caller, certain(await store.get(placeOf(caller, 'repair'), repair)), undefined),
    take: (tx: Tx, caller: SignedIn, repair: string) => act(tx, caller, { repair, act: 'take' }),
    answer: (tx: Tx, caller: SignedIn, { repair, found, done }: Answer) => {
      const reply = replyOf(found, done);
      return act(tx, caller, { repair, act: 'answer', said: reply, reply });
    },
    callBack: (tx: Tx, caller: SignedIn, { repair, result, said }: CallBack) =>
      act(tx, caller, { repair, act: result, said }),
    close: (tx: Tx, caller: SignedIn, repair: string) => act(tx, caller, { repair, act: 'close' }),
    appeal: (tx: Tx, caller: SignedIn, { repair, reason }: Of & { reason: string }) =>
      act(tx, caller, { repair, act: 'appeal', said: reason }),
    recheck: (tx: Tx, caller: SignedIn, { repair, verdict, reason }: Recheck) =>
      act(tx, caller, { repair, act: verdict, said: reason }),
    /** The phone to call back on, for whoever has the order in hand and for nobody else. */
    async unmask(caller: SignedIn, repair: string) {
      const { repair: row } = certain(await store.get(placeOf(caller, 'repair'), repair));
      if (row.state === 'closed') throw refused('order');
      if (row.handler_id !== caller.personId) throw refused('not-handler');
      const decision = can(caller, 'unmask', { kind: 'repair', branch: row.branch });
      const known = await asMachine('worker', () =>
        parts.identity.persons(row.person_id === undefined ? [] : [row.person_id]),
      );
      const person = known.get(row.person_id ?? '');
      const { name = '没有留下身份', phone = contactOf(parts, row) } = person ?? {};
      return maskedBy(decision, phone === undefined ? { name } : { name, phone });
    },
  };
}
type Of = { repair: string };
type Answer = Of & { found: string; done: string };
type CallBack = Of & { result: 'satisfied' | 'dissatisfied' | 'not-reached'; said?: string };
type Recheck = Of & { verdict: 'upheld' | 'struck'; reason: string };
type Done = { whole: WholeRepair; wish: Wish; next: Next; by: string };

/** 差评回访用语: what the rater reads, as the reply library words it. */
function replyOf(found: string, done: string): string {
  return `感谢您的评价。我们已核实：${found.trim()}\n采取的措施：${done.trim()}\n如仍不满意，回访时告诉我们，会重新整改。`;
}

async function keepStep({ store, vault, clock }: Parts, tx: Tx, { whole, wish, by }: Done): Promise<void> {
  const { repair_id: repairId, branch, version: seq } = whole.repair;
  const said = wish.said?.trim() ?? '';
  await store.addStep(tx, {
    ...{ repair_id: repairId, seq, branch, act: wish.act, by_id: by, at: clock() },
    said: said === '' ? undefined : vault.seal(places.step(repairId, seq), said),
  });
}

/** What an act leaves in the row of its order. */
function changesOf({ vault, clock, rules, calendar }: Parts, { whole: { repair }, wish, next, by }: Done) {
  const now = clock();
  return {
    ...{ state: next.state, round: next.round },
    ...(next.appeal === undefined ? {} : { appeal: next.appeal }),
    ...(wish.act === 'take' ? { handler_id: by } : {}),
    ...(wish.act === 'appeal' ? { appealed_by: by } : {}),
    ...(wish.reply === undefined ? {} : { reply: vault.seal(places.reply(repair.repair_id), wish.reply) }),
    ...(wish.act === 'satisfied' || wish.act === 'dissatisfied' ? { called_back_at: now } : {}),
    ...(wish.act === 'not-reached' ? { not_reached: repair.not_reached + 1 } : {}),
    ...(wish.act === 'dissatisfied' ? newRound(repairDue(rules, calendar, shanghaiDay(now))) : {}),
    ...(next.state === 'closed' ? { closed_at: now } : {}),
  };
}

/** Another round has days of its own, whoever takes it, and calls that are counted anew. */
function newRound(dueOn: string) {
  return { handler_id: null, due_on: dueOn, not_reached: 0, reminded_on: null };
}

/** Which acts the rater should hear of. */
const news: Partial<Record<RepairAct, News>> = {
  answer: 'repair-answered',
  close: 'repair-closed',
  struck: 'rating-struck',
};

/** From the end of its order on the rated clerk sees the rating, or it has been struck. */
async function showRated(
  { store, clock }: Parts,
  tx: Tx,
  { whole, struck }: { whole: WholeRepair; struck: boolean },
) {
  await store.changeRating(tx, whole.rating.rating_id, {
    shown_at: clock(),
    ...(struck ? { state: 'struck' as const } : {}),
  });
}

function certain(whole: WholeRepair | undefined): WholeRepair {
  if (whole !== undefined) return whole;
  throw new Problem('repairs.missing', 'missing', '没有这张整改单，或您不能看它');
}

function refused(why: keyof typeof whyNot): Problem {
  const forbidden = why === 'rated' || why === 'not-handler' || why === 'own-appeal' || why === 'supervisor';
  return new Problem(`repairs.${why}`, forbidden ? 'forbidden' : 'conflict', whyNot[why]);
}
