import { addDays } from '@tongban/calendar';
import type { NoticeFigure } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { type Platform, transaction } from '../../platform/index.ts';
import { promptSeconds } from './rules.ts';
import type { FigureStore } from './store/figures.ts';

type Parts = Pick<Platform, 'db' | 'clock' | 'jobs'> & { figures: FigureStore };
export type Daily = ReturnType<typeof createFigures>;

/** A while after midnight in Shanghai, when the receipts of the evening are in. */
const nightly = '30 16 * * *';

/** 每日数字: counted once the day is over and kept; of today they are counted when asked for. */
export function createFigures({ db, clock, jobs, figures }: Parts) {
  const count = (day: string) => figures.count(day, promptSeconds);
  jobs.every('notices.figures', nightly, async (now) => {
    const rows = await count(addDays(shanghaiDay(now), -1));
    if (rows.length > 0) await transaction(db, (tx) => figures.keep(tx, rows));
  });
  return {
    async days(): Promise<NoticeFigure[]> {
      const today = shanghaiDay(clock());
      const [now, kept] = await Promise.all([count(today), figures.kept(today)]);
      return [...now, ...kept];
    },
  };
}
