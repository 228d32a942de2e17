import { addDays } from '@tongban/calendar';
import type { ReplyAct } from '@tongban/contract';

export type ReplyState = 'draft' | 'review' | 'in-force' | 'replaced' | 'expired' | 'withdrawn';
export type ReplyOrigin = 'written' | 'content' | 'edition';
export type EditingAct = Exclude<ReplyAct, 'cite' | 'revise'>;
/** What decides about one version: how it stands, and who wrote it. */
export type VersionFacts = {
  readonly state: ReplyState;
  readonly revision: number;
  readonly authorIds: readonly string[];
};
export type Why = 'generated' | 'moved' | 'own' | 'order' | 'ended';
type Verdict = { readonly ok: true } | { readonly ok: false; readonly why: Why };

const from: Readonly<Record<EditingAct, readonly ReplyState[]>> = {
  save: ['draft'],
  send: ['draft'],
  return: ['review'],
  approve: ['review'],
  withdraw: ['draft', 'review', 'in-force'],
};

/** 能不能做: whether an editor may do this with a version of an entry now, and if not, why. */
export function mayEdit(
  act: EditingAct,
  version: VersionFacts,
  by: { readonly personId: string; readonly origin: ReplyOrigin; readonly revision?: number | undefined },
): Verdict {
  if (by.origin === 'edition') return no('generated');
  if (by.revision !== undefined && by.revision !== version.revision) return no('moved');
  if (!from[act].includes(version.state)) return no('order');
  if (act === 'approve' && version.authorIds.includes(by.personId)) return no('own');
  return { ok: true };
}

/** 有效期: a version whose last day is over is not sent or approved any more. */
export function isOver(validUntil: string | undefined, today: string): boolean {
  return validUntil !== undefined && validUntil < today;
}

/** 到期灯: red once the last day is over, yellow within the days of warning. */
export function lightOf(
  { state, validUntil }: { state: ReplyState; validUntil: string | undefined },
  { today, warnDays }: { today: string; warnDays: number },
): 'green' | 'yellow' | 'red' {
  if (state === 'expired' || (state === 'in-force' && isOver(validUntil, today))) return 'red';
  if (state !== 'in-force' || validUntil === undefined) return 'green';
  return validUntil <= addDays(today, warnDays) ? 'yellow' : 'green';
}

const longestGap = 40;
/** Numbers of persons, phones, accounts, mail addresses: however they are spaced. */
const personal = /\d(?:[\s\-.·]?\d){5}|[\w.]+@[\w.]+|[一二三四五六七八九零〇幺两]{7}/u;

/** 检索缺口: how a text somebody searched for is kept, if at all: nothing with a number of a person, and no story. */
export function gapOf(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  if (plain.length < 2 || plain.length > longestGap || personal.test(plain)) return undefined;
  return /[\p{L}]/u.test(plain) ? plain : undefined;
}

function no(why: Why): { ok: false; why: Why } {
  return { ok: false, why };
}
