import { addDays, daysBetween } from '@tongban/calendar';
import type { DayCount } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { asMachine } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import { promptSeconds } from './rules.ts';
import type { FigureStore } from './store/figures.ts';
import type { FigureRow } from './store/tables.ts';

type Span = { readonly from: string; readonly to: string };
/** 收件数: who owns the cases says how many came in by each channel. */
export type Submissions = (
  span: Span,
) => Promise<readonly { readonly day: string; readonly channel: string; readonly count: number }[]>;
type Parts = {
  clock: () => Date;
  figures: FigureStore;
  identity: Pick<Identity, 'newAccounts'>;
};

const longestDays = 92;

/** 按天数: what each day of a span brought: accounts, cases by channel, and messages by channel with how many went promptly. */
export function createCounts({ clock, figures, identity }: Parts) {
  return (span: Span, submissions: Submissions): Promise<DayCount[]> => {
    refuseSpan(span);
    return asMachine('worker', async () => {
      const [accounts, cases, messages] = await Promise.all([
        identity.newAccounts(span),
        submissions(span),
        messagesOf(figures, span, shanghaiDay(clock())),
      ]);
      const made = new Map(accounts.map(({ day, count }) => [day, count]));
      const length = daysBetween(span.from, span.to) + 1;
      return Array.from({ length }, (_, at) => addDays(span.from, at)).map((day) => ({
        ...{ day, accounts: made.get(day) ?? 0 },
        cases: cases.filter((row) => row.day === day).map(({ channel, count }) => ({ channel, count })),
        messages: messages
          .filter((row) => row.day === day)
          .map(({ channel, due, prompt }) => ({ channel, due, prompt })),
      }));
    });
  };
}

function refuseSpan({ from, to }: Span): void {
  const days = daysBetween(from, to);
  if (days >= 0 && days < longestDays) return;
  throw new Problem('notices.span', 'invalid', `起止日期要先后相接，最多 ${longestDays} 天`);
}

/** Days that are over were counted in their night; today, and a yesterday whose night is not over, are counted now. */
async function messagesOf(figures: FigureStore, span: Span, today: string): Promise<FigureRow[]> {
  const kept = await figures.between(span);
  const open = [today, addDays(today, -1)].filter(
    (day) => day >= span.from && day <= span.to && !kept.some((row) => row.day === day),
  );
  const counted = await Promise.all(open.map((day) => figures.count(day, promptSeconds)));
  return [...kept, ...counted.flat()];
}
