import type { WorkingCalendar } from '@tongban/calendar';
import type { RatingRules } from '@tongban/catalogue/author';
import type { Words } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { can, type Platform, type SignedIn } from '../../platform/index.ts';
import type { Cases } from '../cases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Devices } from '../devices/index.ts';
import type { Hall } from '../hall/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Notices, SmsPeer } from '../notices/index.ts';
import type { Offices } from '../offices/index.ts';
import type { RatingExchange } from './ports/rating-exchange.ts';
import type { createFigureStore } from './store/figures.ts';
import type { createInvitationStore } from './store/invitations.ts';
import type { createRatingStore } from './store/ratings.ts';
import type { createRepairStore } from './store/repairs.ts';

/** What 好差评 stands on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs' | 'outbox'> & {
  offices: Pick<Offices, 'organisations' | 'organisation' | 'findWindow' | 'hall'>;
  catalogue: Pick<Catalogue, 'current'>;
  identity: Pick<Identity, 'persons'>;
  cases: Pick<Cases, 'own' | 'stories'>;
  /** Visits of a hall and second screens; a house without them rates cases alone. */
  visits?: Pick<Hall['visits'], 'byKey' | 'byTicket' | 'byNumber' | 'lastAt'>;
  screens?: Pick<Devices, 'windowOfScreen'>;
  notices: Pick<Notices, 'tell'>;
  /** 短信网关: by whose signatures answers to invitations are believed. */
  repliesFrom?: readonly SmsPeer[];
  calendar: WorkingCalendar;
  rules: RatingRules;
  /** 评价推送: the platform of the city; absent where there is none. */
  exchange?: RatingExchange;
};
type Store = ReturnType<typeof createRatingStore> &
  ReturnType<typeof createInvitationStore> &
  ReturnType<typeof createRepairStore> &
  ReturnType<typeof createFigureStore>;
/** What the parts of ratings share. */
export type Parts = Deps & { store: Store; names: Names };
type Names = ReturnType<typeof createNames>;

/** Names of items, units and windows as people read them. */
export function createNames({ catalogue, offices }: Pick<Deps, 'catalogue' | 'offices'>) {
  const item = async (id: string): Promise<Words> => {
    const edition = await catalogue.current(id).catch(() => undefined);
    if (edition === undefined) return { zh: id };
    const { item: facts, english } = edition.folder;
    return english === undefined ? { zh: facts.name } : { zh: facts.name, en: english.name };
  };
  return {
    item,
    unit: (branch: string): string =>
      offices.organisations().find((one) => one.branch === branch)?.name ?? branch,
    window: (id: string): string => offices.findWindow(id)?.name ?? id,
  };
}

/** The branch the post of this caller reaches for a kind of thing. */
export function placeOf(caller: SignedIn, kind: Parameters<typeof can>[2]['kind']): { branch: string } {
  const { filter } = can(caller, 'read', { kind });
  if (filter.rows === 'branch') return { branch: filter.branch };
  throw new Problem('ratings.no-post', 'forbidden', '先选一个岗位');
}

/** Where sealed words of a row stand. */
export const places = {
  said: (ratingId: string) => `ratings.rating.said|${ratingId}`,
  reply: (repairId: string) => `ratings.repair.reply|${repairId}`,
  invited: (serviceId: string) => `ratings.invitation.phone|${serviceId}`,
  contact: (repairId: string) => `ratings.repair.contact|${repairId}`,
  step: (repairId: string, seq: number) => `ratings.repair_step.said|${repairId}|${seq}`,
  praise: (praiseId: string) => `ratings.praise.sealed|${praiseId}`,
};
