import type { RepairRow } from '@tongban/contract';
import { ratingWords as said } from './words.ts';

/** 红黄灯: dot and days left, so that no colour stands alone. */
export function DueLight({ row: { light, workingDaysLeft, state, dueOn } }: { row: RepairRow }) {
  if (state === 'closed') return <span className="faint number">{dueOn}</span>;
  return (
    <span className={`light light-${light}`}>
      <span className="light-dot" aria-hidden="true" />
      <span className="visually-hidden">{said.lights[light]}</span>
      <span>{said.days(workingDaysLeft)}</span>
    </span>
  );
}
