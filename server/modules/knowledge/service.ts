import { createAnswers } from './answers.ts';
import { createEditing } from './editing.ts';
import { endExpired } from './expiring.ts';
import { createGaps } from './gaps.ts';
import { createLibrary } from './library.ts';
import { createNames, createScopes, type Deps } from './parts.ts';
import { type LibraryContent, releaseContent } from './releasing.ts';
import { createEntryStore } from './store/entries.ts';
import { createFindingStore } from './store/finding.ts';
import { createGapStore } from './store/gaps.ts';
import { createViews } from './views.ts';

export type Knowledge = ReturnType<typeof createKnowledge>;

/** 知识库: the reply library by which guide, window and hotline say the same, how it is looked for, and what it lacks. */
export function createKnowledge(deps: Deps) {
  const { db } = deps;
  const store = { ...createEntryStore(db), ...createFindingStore(db), ...createGapStore(db) };
  const parts = { ...deps, store, names: createNames(deps), scopes: createScopes(deps) };
  const gaps = createGaps(parts);
  const views = createViews(parts);
  endExpired(parts);
  const library = createLibrary({ ...parts, views, gaps });
  return {
    library,
    gaps,
    editing: createEditing({ ...parts, views }),
    answers: createAnswers({ ...parts, gaps }),
    cite: library.cite,
    suggest: library.suggest,
    /** Takes what the content of the house brings; other processes find the work done. */
    load: (content: LibraryContent): Promise<number> => releaseContent(parts, content),
  };
}
