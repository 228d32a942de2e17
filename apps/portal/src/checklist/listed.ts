import type { ItemEdition, ItemView, OutcomeView } from '@tongban/catalogue';
import type { Asking, GuidePlace } from '../guide/asking.ts';
import type { Visit } from '../visit.ts';

/** What the parts of a checklist are told from. */
export type Listed = {
  readonly visit: Visit;
  readonly edition: ItemEdition;
  readonly place: GuidePlace;
  readonly asking: Asking;
  readonly view: ItemView;
  readonly outcome: OutcomeView;
};
