import type { NewWarning, NoticePreview, Warning, WarningText } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, enqueue, newId, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import type { WarningRow } from './store/tables.ts';
import { createWarningStore, type WarningStore } from './store/warnings.ts';
import type { Texts } from './texts.ts';
import {
  createWarningRound,
  type RoundParts,
  tellEverybody,
  warningEvents,
  warningFacts,
} from './warning-round.ts';

type Parts = Omit<RoundParts, 'warnings' | 'identity'> & {
  texts: Pick<Texts, 'preview'>;
  identity: Pick<Identity, 'accountsAfter' | 'persons'>;
};
type Around = Parts & { warnings: WarningStore };
type Settling = { warning: string; verdict: 'confirm' | 'decline' };

/** House default: a warning is of use for so many days at most. */
const longestDays = 30;

/** 反诈预警: one administrator writes it, another confirms it, and then everybody with an account is told, once. */
export function createWarnings(given: Parts) {
  const parts = { ...given, warnings: createWarningStore(given.db) };
  createWarningRound(parts);
  return {
    preview: (typed: WarningText): NoticePreview => {
      const written = tidied(typed);
      return parts.texts.preview(eventOf(written), warningFacts(written));
    },
    list: async (caller: SignedIn): Promise<Warning[]> => shown(parts, caller, await parts.warnings.latest()),
    ask: async (tx: Tx, caller: SignedIn, typed: NewWarning): Promise<Warning> =>
      one(parts, caller, await ask(parts, tx, caller, typed)),
    settle: async (tx: Tx, caller: SignedIn, settling: Settling): Promise<Warning> =>
      one(parts, caller, await settle(parts, tx, caller, settling)),
  };
}

function eventOf({ urgent }: Pick<WarningText, 'urgent'>): string {
  return urgent ? warningEvents.urgent : warningEvents.usual;
}

/** What is typed is told without spaces around it; a text of nothing but spaces is none. */
function tidied<T extends WarningText>(typed: T): T {
  const { english } = typed;
  const whole = { ...typed, title: typed.title.trim(), text: typed.text.trim() };
  if (english === undefined) return whole;
  return { ...whole, english: { title: english.title.trim(), text: english.text.trim() } };
}

function ask({ warnings, clock }: Around, tx: Tx, caller: SignedIn, typed: NewWarning): Promise<WarningRow> {
  const { title, text, english, urgent, staleAfter } = tidied(typed);
  const [now, stale] = [clock(), new Date(staleAfter)];
  if (stale <= now || stale.getTime() > now.getTime() + longestDays * 86_400_000) {
    throw new Problem('notices.warning-time', 'invalid', `失效时间要在现在以后，${longestDays} 天以内`);
  }
  return warnings.insert(tx, {
    ...{ warning_id: newId(), title_zh: title, text_zh: text, urgent, stale_after: stale },
    ...{ title_en: english?.title ?? null, text_en: english?.text ?? null },
    ...{ state: 'asked', asked_by: caller.personId, asked_at: now },
  });
}

/** Answers it; whoever asked is refused here and by the database. */
async function settle(
  { warnings, clock }: Around,
  tx: Tx,
  { personId }: SignedIn,
  { warning, verdict }: Settling,
): Promise<WarningRow> {
  const row = await warnings.lock(tx, warning);
  if (row === undefined) throw new Problem('notices.warning', 'missing', '没有这条预警');
  if (row.state !== 'asked')
    throw new Problem('notices.warning-settled', 'conflict', '这条预警已经有人处理过了');
  if (row.asked_by === personId) {
    throw new Problem('notices.two-people', 'forbidden', '预警要两个人：谁写的，不能由谁确认');
  }
  const now = clock();
  const settled = { settled_by: personId, settled_at: now };
  if (verdict === 'decline') return warnings.settle(tx, warning, { state: 'declined', ...settled });
  if (row.stale_after <= now)
    throw new Problem('notices.warning-stale', 'conflict', '这条预警已经失效，不用再发');
  await enqueue(tx, { job: tellEverybody, data: {} });
  return warnings.settle(tx, warning, { state: 'going', ...settled });
}

async function one(parts: Around, caller: SignedIn, row: WarningRow): Promise<Warning> {
  const [view] = await shown(parts, caller, [row]);
  if (view === undefined) throw new Error('a warning that was just written is not shown');
  return view;
}

async function shown({ identity }: Around, { personId }: SignedIn, rows: readonly WarningRow[]) {
  const ids = new Set(rows.flatMap((row) => [row.asked_by, row.settled_by ?? []].flat()));
  const people = await asMachine('worker', () => identity.persons([...ids]));
  const nameOf = (id: string) => people.get(id)?.name ?? '';
  return rows.map((row): Warning => {
    const { title_en: title, text_en: text, settled_by: settledBy, settled_at: settledAt } = row;
    return {
      ...{ warning: row.warning_id, title: row.title_zh, text: row.text_zh, urgent: row.urgent },
      ...(title === undefined || text === undefined ? {} : { english: { title, text } }),
      ...{ staleAfter: row.stale_after.toISOString(), state: row.state, told: row.told },
      ...{ askedBy: nameOf(row.asked_by), askedAt: row.asked_at.toISOString() },
      mine: row.asked_by === personId,
      ...(settledBy === undefined ? {} : { settledBy: nameOf(settledBy) }),
      ...(settledAt === undefined ? {} : { settledAt: settledAt.toISOString() }),
    };
  });
}
