import { createCounting } from './counting.ts';
import { createInviting } from './inviting.ts';
import { createKeeping } from './keeping.ts';
import { createOffering } from './offering.ts';
import { createNames, type Deps } from './parts.ts';
import { createPhoning } from './phoning.ts';
import { createPraising } from './praising.ts';
import { createPushing } from './pushing.ts';
import { createRating } from './rating.ts';
import { remindMenders } from './reminding.ts';
import { createRepairViews } from './repair-views.ts';
import { createRepairing } from './repairing.ts';
import { createReplying } from './replying.ts';
import { keepServices } from './services.ts';
import { createFigureStore } from './store/figures.ts';
import { createInvitationStore } from './store/invitations.ts';
import { createRatingStore } from './store/ratings.ts';
import { createRepairStore } from './store/repairs.ts';
import { createSurveying } from './surveying.ts';
import { tellRaters } from './telling.ts';

export type Ratings = ReturnType<typeof createRatings>;

/** 好差评: what people say of a service, what is put right because of it, and what is counted. */
export function createRatings(deps: Deps) {
  const { db } = deps;
  const store = {
    ...{ ...createRatingStore(db), ...createInvitationStore(db) },
    ...{ ...createRepairStore(db), ...createFigureStore(db) },
  };
  const parts = { ...deps, store, names: createNames(deps) };
  const offering = createOffering(parts);
  const pushing = createPushing(parts);
  const keep = createKeeping({ ...parts, offering, pushing });
  keepServices({ ...parts, inviting: createInviting(parts) });
  remindMenders(parts);
  tellRaters(parts);
  return {
    rating: createRating({ ...parts, offering, keep }),
    phoning: createPhoning({ ...parts, offering, keep }),
    replying: createReplying({ ...parts, keep, peers: deps.repliesFrom ?? [] }),
    repairing: createRepairing({ ...parts, views: createRepairViews(parts) }),
    counting: createCounting({ ...parts, pushing }),
    praising: createPraising(parts),
    surveying: createSurveying(parts),
  };
}
