import { type Role, roles } from '@tongban/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../platform/index.ts';
import { mayReach } from './rules.ts';

/** A tree of organisations: each one names its parent among those before it; the first is the top. */
const tree = fc
  .array(fc.nat(), { minLength: 1, maxLength: 30 })
  .map((picks) => picks.map((pick, at) => (at === 0 ? undefined : pick % at)));
type Tree = readonly (number | undefined)[];

function pathOf(parents: Tree, at: number): string {
  const parent = parents[at];
  // Ids that begin alike, so that a mere comparison of beginnings would go wrong.
  const id = `o${at}`;
  return parent === undefined ? id : `${pathOf(parents, parent)}/${id}`;
}

/** The oracle walks up the tree, parent by parent; it knows nothing of paths. */
function liesUnder(parents: Tree, at: number, superior: number): boolean {
  if (at === superior) return true;
  const parent = parents[at];
  return parent !== undefined && liesUnder(parents, parent, superior);
}

const staffWhoRead = new Set<Role>(['clerk', 'approver', 'dispatcher', 'supervisor']);
const items = ['kayak', 'raft', 'paddle'];
const people = ['p1', 'p2', 'p3'];
const scene = fc.record({
  parents: tree,
  office: fc.nat(),
  post: fc.nat(),
  item: fc.constantFrom(...items),
  handles: fc.option(fc.subarray(items), { nil: undefined }),
  role: fc.constantFrom(...roles),
  person: fc.option(fc.constantFrom(...people), { nil: undefined }),
  principal: fc.option(fc.constantFrom(...people), { nil: undefined }),
  applicant: fc.constantFrom(...people),
  posted: fc.boolean(),
});
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

function expected(given: Scene, office: number, post: number): boolean {
  switch (given.role) {
    case 'citizen':
    case 'enterprise':
      return given.person === given.applicant;
    case 'agent':
      return given.principal === given.applicant;
    default:
      return (
        staffWhoRead.has(given.role) &&
        given.person !== undefined &&
        given.posted &&
        liesUnder(given.parents, office, post) &&
        (given.handles?.includes(given.item) ?? true)
      );
  }
}

function callerOf({ handles, person, principal, posted, role }: Scene, branch: string): Caller {
  const items = handles === undefined ? {} : { items: handles };
  return {
    role,
    ...(person === undefined ? {} : { personId: person }),
    ...(principal === undefined ? {} : { principalId: principal }),
    ...(posted ? { assignment: { id: 'post', branch, ...items } } : {}),
  };
}

describe('reach', () => {
  test('on every tree, role, post and person it is exactly what walking the tree says', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const [office, post] = [given.office % given.parents.length, given.post % given.parents.length];
        const caller = callerOf(given, pathOf(given.parents, post));
        const held = {
          branch: pathOf(given.parents, office),
          item: given.item,
          applicantId: given.applicant,
        };
        expect(mayReach(caller, held)).toBe(expected(given, office, post));
      }),
      { numRuns: 2000 },
    );
  });
  test('a branch whose name begins like another is not below it', () => {
    const clerk: Caller = { role: 'clerk', personId: 'p1', assignment: { id: 'post', branch: 'lake/east' } };
    expect(mayReach(clerk, { branch: 'lake/eastern', item: 'kayak', applicantId: 'p2' })).toBe(false);
  });
});
