import { type Role, roles } from '@tongban/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can } from './can.ts';
import { maskedBy } from './masks.ts';
import {
  handbookAllows,
  handbookKnows,
  type Organisation,
  type Someone,
  type Something,
} from './oracle.fixture.ts';
import { type Action, type Filter, kinds, personalFields, type Resource, type Subject } from './subject.ts';

/** Ids that begin alike, so that a mere comparison of beginnings would go wrong. */
const nameOf = ({ id }: Organisation) => ['o', 'o-', 'o0', 'o.'][id % 4] + String(id);
const pathOf = (one: Organisation): string =>
  one.under === undefined ? nameOf(one) : `${pathOf(one.under)}/${nameOf(one)}`;

/** A random tree: each organisation stands under one of those before it. */
const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).map((picks) => {
  const made: Organisation[] = [];
  for (const [id, pick] of picks.entries()) {
    const under = made[pick % Math.max(id, 1)];
    made.push({ id, ...(under === undefined ? {} : { under }) });
  }
  return made;
});

/** Who reads the files of a branch and uploads some of their own. */
const twofold: readonly Role[] = ['clerk', 'approver', 'supervisor'];
const people = ['p1', 'p2', 'p3'];
const items = ['kayak', 'raft', 'paddle'];
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const person = maybe(fc.constantFrom(...people));
const thing = fc.record({
  kind: fc.constantFrom(...kinds),
  ownerId: person,
  holderId: person,
  item: maybe(fc.constantFrom(...items)),
  at: maybe(fc.nat()),
});
const scene = fc.record({
  forest,
  role: fc.constantFrom(...roles),
  action: fc.constantFrom<Action>('read', 'change', 'unmask'),
  personId: person,
  principalId: person,
  post: maybe(fc.record({ at: fc.nat(), items: maybe(fc.subarray(items)) })),
  things: fc.array(thing, { minLength: 1, maxLength: 12 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

function without<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

function placed({ forest: organisations }: Scene, at: number): Organisation {
  return organisations[at % organisations.length] ?? { id: 0 };
}

function both(given: Scene): { someone: Someone; subject: Subject } {
  const { role, personId, principalId, post } = given;
  const base = without({ role, personId, principalId }) as { role: Role };
  if (post === undefined) return { someone: base, subject: base };
  const at = placed(given, post.at);
  const items = without({ items: post.items });
  return {
    someone: { ...base, post: { at, ...items } } as Someone,
    subject: { ...base, assignment: { branch: pathOf(at), ...items } } as Subject,
  };
}

function asThing(
  given: Scene,
  { at, ...rest }: Scene['things'][number],
): { what: Something; resource: Resource } {
  const base = without(rest);
  if (at === undefined) return { what: base as Something, resource: base as Resource };
  const organisation = placed(given, at);
  return {
    what: { ...base, at: organisation } as Something,
    resource: { ...base, branch: pathOf(organisation) } as Resource,
  };
}

/** Applies a filter to rows as a store does: by what each row says, all of it known. */
function picks(filter: Filter, row: Required<Resource>): boolean {
  switch (filter.rows) {
    case 'none':
      return false;
    case 'all':
      return true;
    case 'own':
      return row.ownerId === filter.personId;
    case 'branch':
      return (
        (row.branch === filter.branch || row.branch.startsWith(`${filter.branch}/`)) &&
        (filter.items === undefined || filter.items.includes(row.item)) &&
        (filter.holderId === undefined || row.holderId === filter.holderId)
      );
  }
}

describe('the policy', () => {
  test('allows exactly what the handbook says, on every tree, to every role, with every thing', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { someone, subject } = both(given);
        for (const one of given.things) {
          const { what, resource } = asThing(given, one);
          const decision = can(subject, given.action, resource);
          expect(decision.allow).toBe(handbookAllows(someone, given.action, what));
          expect(decision.reason === undefined).toBe(decision.allow);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('is told by the handbook for every kind of thing', () => {
    expect(kinds.filter((kind) => !handbookKnows(kind))).toEqual([]);
  });

  test('a list filtered as it says holds exactly the rows that could be asked for one by one', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { someone, subject } = both(given);
        for (const one of given.things) {
          const { kind, ownerId = 'p1', holderId = 'p2', item = 'raft', at = 0 } = one;
          const { what, resource } = asThing(given, { kind, ownerId, holderId, item, at });
          const { filter } = can(subject, given.action, { kind });
          // Their own uploads are reached by another grant than the files of the branch.
          if (kind === 'file' && twofold.includes(subject.role)) continue;
          expect(picks(filter, resource as Required<Resource>)).toBe(
            handbookAllows(someone, given.action, what),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('says why not', () => {
    const clerk = {
      role: 'clerk',
      personId: 'p1',
      assignment: { branch: 'lake/east', items: ['kayak'] },
    } as const;
    const held = { kind: 'case', branch: 'lake/east/pier', item: 'kayak', holderId: 'p1' } as const;
    expect(can(clerk, 'unmask', held)).toMatchObject({ allow: true, maskedFields: [] });
    expect(can(clerk, 'unmask', { ...held, holderId: 'p2' }).reason).toBe('not-holder');
    expect(can(clerk, 'read', { ...held, branch: 'lake/eastern' }).reason).toBe('branch');
    expect(can(clerk, 'read', { ...held, item: 'raft' }).reason).toBe('item');
    expect(can({ role: 'clerk', personId: 'p1' }, 'read', held).reason).toBe('no-post');
    expect(can({ role: 'agent', personId: 'p1' }, 'read', held).reason).toBe('no-mandate');
    expect(can({ role: 'anyone' }, 'read', held).reason).toBe('sign-in');
    expect(can({ ...clerk, role: 'spokesperson' }, 'read', held)).toMatchObject({
      ...{ allow: false, filter: { rows: 'none' }, reason: 'role', maskedFields: personalFields },
    });
  });
});

test('personal fields are shown to their owner and masked for everyone else', () => {
  const told = {
    name: '示例丙',
    citizenNumber: '990101199003070011',
    phone: '19900001234',
    address: '示例省示例市东湖路 1 号',
  };
  const own = can({ role: 'citizen', personId: 'p1' }, 'read', { kind: 'case', ownerId: 'p1' });
  expect(maskedBy(own, told)).toEqual(told);
  const clerk = { role: 'clerk', personId: 'p2', assignment: { branch: 'lake' } } as const;
  expect(maskedBy(can(clerk, 'read', { kind: 'case', branch: 'lake' }), told)).toEqual({
    name: '示*',
    citizenNumber: '990***********0011',
    phone: '199****1234',
    address: '示例省示例市****',
  });
});
