import type { Guide, GuideOutput } from './guide.ts';
import type { View, Views } from './look.ts';
import { keyFor } from './questions.ts';
import { createRelevance } from './relevance.ts';

/** Gathers the keys of the questions that can still change the outputs added. */
export function createMatters(guide: Guide, views: Views) {
  const keys = new Set<string>();
  const relevances = new Map(views.map((view) => [view, createRelevance(guide, view.known)]));

  function visit(root: number, view: View): void {
    for (const level of relevances.get(view)?.(root) ?? []) {
      const trait = guide.traits.find((one) => one.level === level);
      if (trait) ask(trait);
      else keys.add(keyFor(guide.keys[level] ?? '', view.person));
    }
  }

  /** What must be known of each person, and first of all how many there are. */
  function ask({ of, root }: { of: string; root: number }): void {
    keys.add(of);
    for (const view of views) if (view.of === of) visit(root, view);
  }

  function add({ root, each }: GuideOutput): void {
    visit(root, views[0]);
    if (each) ask(each);
  }
  return { keys, add };
}
