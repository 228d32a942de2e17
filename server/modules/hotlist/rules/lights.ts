import { addDays } from '@tongban/calendar';
import type { TopicState } from './state.ts';

/** 黄灯: so many days before the deadline; a default of the house. */
const warnDays = 5;

/** 亮灯: red after a rebound until somebody has it, and past the deadline; yellow shortly before. */
export function topicLight(
  { stage, dueOn, reboundedOn }: Pick<TopicState, 'stage' | 'dueOn' | 'reboundedOn'>,
  today: string,
): 'green' | 'yellow' | 'red' {
  if (stage === 'removed') return 'green';
  if (stage === 'listed' && reboundedOn !== undefined) return 'red';
  if (dueOn === undefined) return 'green';
  if (dueOn < today) return 'red';
  return dueOn <= addDays(today, warnDays) ? 'yellow' : 'green';
}
