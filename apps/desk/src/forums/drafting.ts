import { type ForumRow, type ForumWish, forumKinds } from '@tongban/contract';
import { plusDays } from '../plan/days.ts';
import { forumWords } from './words.ts';

/** What is typed of a forum; times stand as the clock in Shanghai shows them. */
export type Drafted = {
  readonly kind: ForumWish['kind'];
  readonly title: string;
  readonly titleEn: string;
  readonly host: string;
  readonly words: string;
  readonly wordsEn: string;
  readonly line: string;
  readonly from: string;
  readonly to: string;
};
const shanghaiMs = 8 * 3_600_000;
const usual = { line: '12345', from: '09:00', to: '11:00', days: 30 };

/** A blank one: of a leader's hour tomorrow morning. */
export function blankForum(day: string): Drafted {
  const tomorrow = plusDays(day, 1);
  return {
    ...{ kind: 'leader-answering', title: '', titleEn: '', host: '', words: '', wordsEn: '' },
    ...{ line: usual.line, from: `${tomorrow}T${usual.from}`, to: `${tomorrow}T${usual.to}` },
  };
}

export function draftOf(row: ForumRow): Drafted {
  const { title, titleEn = '', host, words, wordsEn = '', line = '' } = row;
  // A contact desk is never drafted: nobody changes it.
  const kind = forumKinds.find((one) => one === row.kind) ?? forumKinds[0];
  return {
    ...{ kind, title, titleEn, host, words, wordsEn, line },
    ...{ from: clockOf(row.startsAt), to: clockOf(row.endsAt) },
  };
}

/** Another kind has another usual length, and a collection has no line. */
export function ofKind(drafted: Drafted, kind: ForumWish['kind']): Drafted {
  const day = drafted.from.slice(0, 10);
  return kind === 'collection'
    ? { ...drafted, kind, line: '', to: `${plusDays(day, usual.days)}T18:00` }
    : { ...drafted, kind, line: usual.line, to: `${day}T${usual.to}` };
}

/** What is still missing; undefined where nothing is. */
export function gapIn({ title, host, words, line, from, to }: Drafted): string | undefined {
  const { need } = forumWords;
  if (title.trim().length < 2) return need.title;
  if (host.trim().length < 2) return need.host;
  if (words.trim().length < 2) return need.words;
  if (line.trim() !== '' && !/^\d[\d-]{2,19}$/.test(line.trim())) return need.line;
  return from !== '' && to !== '' && from < to ? undefined : need.times;
}

export function wishOf({ kind, title, titleEn, host, words, wordsEn, line, from, to }: Drafted): ForumWish {
  return {
    ...{ kind, title: title.trim(), host: host.trim(), words: words.trim() },
    ...(titleEn.trim() === '' ? {} : { titleEn: titleEn.trim() }),
    ...(wordsEn.trim() === '' ? {} : { wordsEn: wordsEn.trim() }),
    ...(line.trim() === '' ? {} : { line: line.trim() }),
    ...{ startsAt: momentOf(from), endsAt: momentOf(to) },
  };
}

/** 2026-03-02T09:00, as the clock in Shanghai shows a moment. */
function clockOf(moment: string): string {
  return new Date(Date.parse(moment) + shanghaiMs).toISOString().slice(0, 16);
}

function momentOf(clock: string): string {
  return new Date(Date.parse(`${clock}:00Z`) - shanghaiMs).toISOString();
}
