import type { CitizenStatus } from '@tongban/contract';
import type { Mood } from '@tongban/ui';

const moods: Readonly<Record<string, Mood>> = {
  'needs-you': 'warn',
  ready: 'ok',
  done: 'ok',
  'not-done': 'danger',
};

/** The colour that helps a headline; a headline we do not know is told calmly. */
export function moodOf(status: CitizenStatus): Mood {
  return moods[status.headline] ?? 'info';
}
