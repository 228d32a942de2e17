import type { createTextSearch, Platform, SignedIn, Words } from '../../../platform/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { DeskViews } from '../desk-views.ts';
import type { Ledger } from '../ledger.ts';
import { cityOf, type Deps as HotlineDeps, type Parts, postOf } from '../parts.ts';
import type { CallStore } from '../store/calls.ts';
import type { ListStore } from '../store/lists.ts';
import type { OrderTextRow } from '../texts.ts';
import type { Lesson } from './lesson.ts';
import type { ModelKeeper } from './model-keeper.ts';
import type { Rarity } from './rarity.ts';
import type { Veil } from './reading.ts';
import type { AssistStore, Scopes } from './store.ts';

/** What the assistant stands on besides the hotline itself. */
export type Deps = HotlineDeps &
  Pick<Platform, 'outbox' | 'log' | 'jobs'> & {
    words: Words;
    /** What the first model is learned from. */
    lesson: Lesson;
    /** Which items a matter is about. */
    itemsOf: (matter: string) => readonly string[];
    knowledge: { library: Pick<Knowledge['library'], 'suggest'> };
    catalogue: Pick<Catalogue, 'search'>;
    identity: Pick<Identity, 'person' | 'persons' | 'staffOf'>;
    /** A model trained by hand; without one the house learns its own. */
    modelFile?: string | undefined;
    dataFolder: string;
  };
/** What the parts of the assistant share. */
export type Shared = Parts &
  Deps & {
    index: AssistStore;
    keeper: ModelKeeper;
    veil: Veil;
    search: ReturnType<typeof createTextSearch>;
    rarity: Rarity;
    views: DeskViews;
    ledger: Ledger;
    calls: CallStore;
    lists: ListStore;
    texts: (orderIds: readonly string[]) => Promise<OrderTextRow[]>;
  };

/** The cities a post comes across: its own and what the province took in; all of them for the province. */
export function scopesOf({ offices }: Pick<Deps, 'offices'>, caller: SignedIn): Scopes {
  const { branch } = postOf(caller);
  const division = offices.organisations().find((one) => one.branch === branch)?.division;
  if (division === undefined || cityOf(division).endsWith('00')) return undefined;
  return [cityOf(division), cityOf(division.slice(0, 2))];
}
