import { createAttaching } from './attaching.ts';
import { createCalling } from './calling.ts';
import { createDesk } from './desk.ts';
import { createDeskLists } from './desk-lists.ts';
import { createDeskViews } from './desk-views.ts';
import { createLedger } from './ledger.ts';
import { createOwn } from './own.ts';
import type { Deps } from './parts.ts';
import { createPassing } from './passing.ts';
import { createPosts } from './posts.ts';
import { createProcedures } from './procedures.ts';
import { createPublishing } from './publishing.ts';
import { createRegistering } from './registering.ts';
import { timingOf } from './rules/timing.ts';
import { createStanding } from './standing.ts';
import { createAnswerStore } from './store/answers.ts';
import { createCallStore, createProcedureStore } from './store/calls.ts';
import { createDutyStore } from './store/duties.ts';
import { createFigureStore } from './store/figures.ts';
import { createListStore } from './store/lists.ts';
import { createOrderStore } from './store/orders.ts';
import { createStuckStore } from './store/stuck.ts';
import { createTallyStore } from './store/tally.ts';
import { createToldStore } from './store/told.ts';
import { createVisitStore } from './store/visits.ts';
import { createStuck } from './stuck.ts';
import { sweepOrders } from './sweeping.ts';
import { createTerms } from './terms.ts';
import { createTexts, createTold } from './texts.ts';
import { createUnmasking } from './unmasking.ts';
import { createVisits } from './visits.ts';

export type Hotline = ReturnType<typeof createHotline>;

/** 一号响应: orders of citizens from the first word to the archive, over the phone, the portal and every level of the bureau. */
export function createHotline(deps: Deps) {
  const { db } = deps;
  const parts = { ...deps, store: createOrderStore(db), timing: timingOf(deps.rules, deps.calendar) };
  const stores = {
    ...{ lists: createListStore(db), figures: createFigureStore(db), answers: createAnswerStore(db) },
    ...{ calls: createCallStore(db), procedures: createProcedureStore(db) },
  };
  const attaching = createAttaching(parts);
  deps.files.openTo(attaching.opens);
  const ledger = createLedger(parts);
  const views = createDeskViews(parts);
  const publishing = createPublishing({ ...parts, ...stores });
  const whole = { ...parts, ...stores, ledger, views, publishing, attaching };
  const desk = createDesk(whole);
  sweepOrders(whole);
  return {
    registering: createRegistering(whole),
    passing: createPassing(whole),
    posts: createPosts(whole),
    own: createOwn(whole),
    desk: { ...desk, ...createDeskLists(whole), unmask: createUnmasking({ ...parts, desk }) },
    calling: createCalling(whole),
    visits: createVisits({ ...parts, views, visits: createVisitStore(db) }),
    stuck: createStuck({ ...parts, views, desk, stuck: createStuckStore(db) }),
    terms: createTerms({ ...parts, duties: createDutyStore(db) }),
    procedures: createProcedures(whole),
    answers: publishing,
    texts: createTexts(parts),
    tally: createTallyStore(db),
    standing: createStanding({ ...parts, views }),
    told: createTold({ ...parts, told: createToldStore(db) }),
  };
}
