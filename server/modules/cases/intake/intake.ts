import type { AnswerPair, IntakeMark, Sitting, Values } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { type SignedIn, type Tx, transaction } from '../../../platform/index.ts';
import type { Counter } from '../counter.ts';
import type { OpenDraft } from '../drafts.ts';
import type { LayWish } from '../model.ts';
import { buildIntake, type IntakeDeps, type IntakeParts } from './build.ts';
import { sittingTopic } from './changes.ts';
import { isAbout } from './confirming.ts';
import { inHand } from './items.ts';
import { type Seat, seatOf } from './parts.ts';
import type { SittingRow } from './store.ts';
import { createTicketStart } from './ticket-start.ts';

export type Intake = ReturnType<typeof createIntake>;

type At = { sitting: string };
type AtDraft = At & { draft: string };
type Arrived = { name: string; citizenNumber: string; phone?: string; by: 'card' | 'code' | 'typed' };
type ItemWish = { item?: string; division?: string; answers?: AnswerPair[]; draft?: string };

/** Every ten minutes. */
const often = '*/10 * * * *';

/** 综合受理: one person at one window; several items share the person, the materials, the confirmation and the receipt. */
export function createIntake(deps: IntakeDeps) {
  const parts = buildIntake(deps);
  deps.jobs.every('cases.end-sittings', often, parts.sittings.sweep);
  return {
    ...createVisits(deps, parts),
    beginFromTicket: createTicketStart(deps, parts),
    ...createWork(parts),
    ...createFinish(parts),
    ...createCounter(deps, parts),
    /** Whether a sitting is this clerk's, and what has changed in it from now on. */
    async follow(caller: SignedIn, { sitting }: At, gone: AbortSignal) {
      await parts.sittings.find(undefined, caller, sitting);
      return deps.live.listen({ topic: sittingTopic, key: sitting }, gone);
    },
    /** A draft in hand in a sitting of this clerk. */
    async draftOf(tx: Tx, caller: SignedIn, { sitting, draft }: AtDraft): Promise<OpenDraft> {
      return inHand({ sitting: await parts.sittings.lock(tx, caller, sitting) }, draft).draft;
    },
  };
}

/** Coming and going: a sitting begins, is looked at, and ends. */
function createVisits({ files }: Pick<IntakeDeps, 'files'>, { sittings, view }: IntakeParts) {
  const seen = async (tx: Tx, caller: SignedIn, row: SittingRow): Promise<Sitting> =>
    view(tx, seatOf(caller, await sittings.opened(tx, row)));
  return {
    begin: async (tx: Tx, caller: SignedIn, arrived: Arrived): Promise<Sitting> =>
      seen(tx, caller, await sittings.begin(tx, caller, arrived)),
    get: async (tx: Tx, caller: SignedIn, { sitting }: At): Promise<Sitting> =>
      seen(tx, caller, await sittings.find(tx, caller, sitting)),
    async current(tx: Tx, caller: SignedIn): Promise<{ sitting?: Sitting }> {
      const row = await sittings.findOpen(tx, caller);
      return row === undefined ? {} : { sitting: await seen(tx, caller, row) };
    },
    /** The receipt or another paper of a sitting, to print. */
    async document(tx: Tx, caller: SignedIn, { sitting, document }: At & { document: string }) {
      const { receipt, papers } = await seen(tx, caller, await sittings.find(tx, caller, sitting));
      const known = document === receipt?.document || papers.some((one) => one.document === document);
      if (!known) throw new Problem('cases.document', 'missing', '没有这份文书');
      return files.papers.paper(document);
    },
    async end(tx: Tx, caller: SignedIn, { sitting }: At): Promise<Sitting> {
      const { row } = await sittings.lock(tx, caller, sitting);
      return seen(tx, caller, await sittings.end(tx, row));
    },
  };
}

/** Does one thing in a locked sitting, tells its screens, and shows it as it then stands. */
function createDoing({ sittings, view }: IntakeParts) {
  return async (
    tx: Tx,
    { caller, at }: { caller: SignedIn; at: At },
    work: (seat: Seat) => Promise<unknown>,
  ): Promise<Sitting> => {
    const open = await sittings.lock(tx, caller, at.sitting);
    await work(seatOf(caller, open));
    await sittings.tell(tx, open.row);
    const row = await sittings.find(tx, caller, at.sitting);
    return view(tx, seatOf(caller, await sittings.opened(tx, row)));
  };
}

function createWork(parts: IntakeParts) {
  const { items, marking, sittings } = parts;
  const doing = createDoing(parts);
  return {
    addItem: (tx: Tx, caller: SignedIn, at: At & ItemWish) =>
      doing(tx, { caller, at }, (seat) => items.add(tx, seat, at)),
    dropItem: (tx: Tx, caller: SignedIn, at: AtDraft) =>
      doing(tx, { caller, at }, (seat) => items.drop(tx, seat, at.draft)),
    saveValues: (tx: Tx, caller: SignedIn, at: AtDraft & { values: Values }) =>
      doing(tx, { caller, at }, (seat) => items.saveValues(tx, seat, at)),
    saveAnswers: (tx: Tx, caller: SignedIn, at: AtDraft & { answers: AnswerPair[] }) =>
      doing(tx, { caller, at }, (seat) => items.saveAnswers(tx, seat, at)),
    lay: (tx: Tx, caller: SignedIn, { sitting, ...laid }: AtDraft & LayWish) =>
      doing(tx, { caller, at: { sitting } }, (seat) => items.lay(tx, seat, laid)),
    async mark(tx: Tx, caller: SignedIn, at: At & { marks: IntakeMark[] }) {
      const open = await sittings.lock(tx, caller, at.sitting);
      await marking.replace(tx, open, at.marks);
      return { marks: await marking.list(tx, open.row) };
    },
    async marks(tx: Tx, caller: SignedIn, { sitting }: At) {
      return { marks: await marking.list(tx, await sittings.find(tx, caller, sitting)) };
    },
  };
}

function createFinish(parts: IntakeParts) {
  const { confirming, filing } = parts;
  const doing = createDoing(parts);
  return {
    /** Nobody is asked to sign what could not be handed in. */
    askConfirmation: (tx: Tx, caller: SignedIn, at: At & { paper?: string }) =>
      doing(tx, { caller, at }, async (seat) => {
        await filing.judge(tx, seat);
        await confirming.ask(tx, seat.sitting, at.paper);
      }),
    file: (tx: Tx, caller: SignedIn, at: At) => doing(tx, { caller, at }, (seat) => filing.file(tx, seat)),
  };
}

/** What the second screen of a window meets: what waits to be signed, and the answer to it. */
function createCounter(
  { db }: Pick<IntakeDeps, 'db'>,
  { sittings, confirming, showing }: IntakeParts,
): Counter {
  return {
    shown: (window) =>
      transaction(db, async (tx) => {
        const row = await sittings.atWindow(tx, window);
        const open = row === undefined ? undefined : await sittings.opened(tx, row);
        if (open === undefined || (await confirming.findStanding(tx, open))?.state !== 'asked')
          return undefined;
        return showing(tx, open);
      }),
    async answer(tx, answer) {
      const row = await sittings.lockAtWindow(tx, answer.window);
      if (!isAbout(row, answer)) return false;
      const kept = await confirming.answer(tx, await sittings.opened(tx, row), answer);
      if (kept) await sittings.tell(tx, row);
      return kept;
    },
  };
}
