import type { Guide, GuideOutput } from './guide.ts';
import type { View } from './look.ts';
import { createRelevance } from './relevance.ts';

/** Gathers the keys of the questions that can still change the outputs added. */
export function createMatters(guide: Guide, views: readonly View[]) {
  const keys = new Set<string>();
  const relevances = views.map(({ known }) => createRelevance(guide, known));

  /** Looks at a root as each person of some people is seen, or as the citizen is. */
  function ask({ of, root }: { of?: string; root: number }): void {
    for (const [i, view] of views.entries()) if (view.of === of) askAs(view, relevances[i]?.(root) ?? []);
  }

  function askAs({ person }: View, levels: Iterable<number>): void {
    for (const at of levels) {
      keys.add(`${guide.keys[at]}`.replace('#', `${person}`));
      guide.traits.filter(({ level }) => level === at).forEach(ask);
    }
  }

  function add(output: GuideOutput): void {
    ask(output);
    if (output.each) ask(output.each);
  }
  return { keys, add };
}
