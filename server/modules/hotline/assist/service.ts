import { createTextSearch } from '../../../platform/index.ts';
import { createDeskViews } from '../desk-views.ts';
import { createLedger } from '../ledger.ts';
import { timingOf } from '../rules/timing.ts';
import { createCallStore } from '../store/calls.ts';
import { createListStore } from '../store/lists.ts';
import { createOrderStore } from '../store/orders.ts';
import { createTexts } from '../texts.ts';
import { followOrders } from './following.ts';
import { reindexOrders } from './indexing.ts';
import type { Known, Lesson } from './lesson.ts';
import { createModelKeeper } from './model-keeper.ts';
import type { Deps, Shared } from './parts.ts';
import { rarityOf } from './rarity.ts';
import { veilOf } from './reading.ts';
import { createSearching } from './searching.ts';
import { type SeedOrders, seedOrders } from './seeding.ts';
import { createAssistStore } from './store.ts';
import { createSuggesting } from './suggesting.ts';
import { createUsuals } from './usual.ts';

export type OrderAssist = ReturnType<typeof createOrderAssist>;

const mostCorrections = 20_000;
/** What a person said counts as much as this many texts. */
const correctionWeight = 5;

/** 智能辅助: suggestions while an order is typed, search over orders, and dispatch of what is beyond doubt. */
export function createOrderAssist(deps: Deps) {
  const { db, vault, words, rules, calendar, lesson } = deps;
  const parts = { ...deps, store: createOrderStore(db), timing: timingOf(rules, calendar) };
  const veil = veilOf(vault);
  const shared: Shared = {
    ...parts,
    ...{ index: createAssistStore(db), veil, search: createTextSearch(words, veil) },
    keeper: createModelKeeper({ file: deps.modelFile, dataFolder: deps.dataFolder }),
    ...{ rarity: rarityOf(words, lesson), texts: createTexts(parts) },
    ...{ ledger: createLedger(parts), views: createDeskViews(parts) },
    ...{ calls: createCallStore(db), lists: createListStore(db) },
  };
  const usuals = createUsuals({ ...shared, precision: lesson.precision });
  followOrders({ ...shared, usuals });
  reindexOrders({ ...shared, jobs: deps.jobs });
  return {
    suggest: createSuggesting(shared),
    search: createSearching(shared),
    /** 准备模型: with what people corrected since; requests do not wait for it. */
    prepare: async (): Promise<void> => void (await shared.keeper.prepare(await withCorrections(shared))),
    /** 更正: what people classified otherwise, with the words it was said in; for training, never kept. */
    corrections: () => correctedTexts(shared),
    /** 演示诉求: invented orders, for trying the house out with as many as a province has. */
    seed: (wish: SeedOrders) => seedOrders(shared, wish),
  };
}

async function withCorrections(shared: Shared): Promise<Lesson> {
  const { lesson } = shared;
  const corrected = await correctedTexts(shared);
  const known = (label: 'kind' | 'matter'): Known[] =>
    corrected.map((one) => ({ text: one.text, label: one[label], weight: correctionWeight }));
  return {
    ...lesson,
    kinds: [...lesson.kinds, ...known('kind')],
    matters: [...lesson.matters, ...known('matter')],
  };
}

async function correctedTexts({ index, texts }: Shared) {
  const corrections = await index.corrections(mostCorrections);
  const said = new Map(
    (await texts(corrections.map((one) => one.order_id))).map((one) => [one.orderId, one]),
  );
  return corrections.flatMap(({ order_id: id, kind, matter }) => {
    const told = said.get(id);
    return told === undefined ? [] : [{ text: `${told.title} ${told.text}`, kind, matter }];
  });
}
