import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compileGuide } from './compile.ts';
import { diffGuides } from './diff.ts';
import type { Guide } from './guide.ts';
import { allowed, anItem, judge, type World, worldsOf } from './random-item.fixture.ts';
import type { GuideSource } from './source.ts';

vi.setConfig({ testTimeout: 60_000 });

function compiled(source: GuideSource): Guide {
  const made = compileGuide(source);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.guide;
}

/** The share of a situation by the priors of the facts it answers. */
function shareOf({ facts }: GuideSource, { own }: World): number {
  return facts.reduce((all, { id, type, options = [], prior }) => {
    const value = own[id];
    if (type === 'multi') {
      const shares = options.map((option, i) => {
        const ticked = prior?.[i] ?? 0.5;
        return (value as string[]).includes(option) ? ticked : 1 - ticked;
      });
      return all * shares.reduce((product, share) => product * share, 1);
    }
    const values: unknown[] = type === 'bool' ? [false, true] : options;
    return all * (prior?.[values.indexOf(value)] ?? 1 / values.length);
  }, 1);
}

test('the share of situations that gain or lose a material is what listing them all gives', () => {
  fc.assert(
    fc.property(anItem({ people: false, constraints: true, gates: false }), ({ source, rules }) => {
      fc.pre(source.materials.length > 1 && !source.facts.some(({ type }) => type === 'number'));
      const worlds = worldsOf(source).filter((world) => allowed(rules, world));
      const [first, second] = rules.outputs;
      const total = worlds.reduce((sum, world) => sum + shareOf(source, world), 0);
      fc.pre(total > 0 && first !== undefined && second !== undefined);
      const now = structuredClone(source);
      Object.assign(now.materials[0]!, { when: source.materials[1]!.when });
      const { outputs } = diffGuides(compiled(source), compiled(now));
      const changed = outputs.find(({ id }) => id === first!.id);
      const share = (gained: boolean): number => {
        const those = worlds.filter((world) => {
          const [was, is] = [judge(rules, first!.rule, world), judge(rules, second!.rule, world)];
          return gained ? is && !was : was && !is;
        });
        return those.reduce((sum, world) => sum + shareOf(source, world), 0) / total;
      };
      expect(outputs.every(({ id }) => id === first!.id)).toBe(true);
      expect(changed?.added?.share ?? 0).toBeCloseTo(share(true), 9);
      expect(changed?.removed?.share ?? 0).toBeCloseTo(share(false), 9);
    }),
    { numRuns: 60 },
  );
});
