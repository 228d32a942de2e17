import type { Framing } from '../viewer/framing.ts';
import type { Subject } from '../viewer/subject.ts';
import { regionsOf, withRegion } from './marks.ts';
import type { CheckPlace } from './place.ts';

/** What can be framed on the page that is shown: the place of the defect that was chosen, on its own material. */
export function framingOf(place: CheckPlace, subject: Subject | undefined): Framing {
  const { checks, framed, frame } = place;
  const card = subject?.kind === 'material' ? subject.card : undefined;
  const row = card?.rows.find(({ key }) => key === framed);
  return {
    active: row !== undefined,
    regions: card === undefined ? [] : regionsOf(checks.marks, card),
    take: (region) => {
      if (row !== undefined) checks.change(withRegion(checks.marks, row, region));
      frame(undefined);
    },
    cancel: () => frame(undefined),
  };
}
