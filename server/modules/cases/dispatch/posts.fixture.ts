import { newId, type SignedIn, transaction } from '../../../platform/index.ts';
import type { KayakHouse } from '../kayak-house.fixture.ts';

type Post = {
  role: 'clerk' | 'approver' | 'dispatcher';
  branch?: string;
  head?: boolean;
  items?: string[];
};

/** Somebody with posts the house knows of, acting from the first; and from the others by their place. */
export async function enrolled(house: KayakHouse, name: string, ...posts: [Post, ...Post[]]) {
  const known = posts.map(({ branch = 'lake/east', ...post }) => ({
    ...{ ...post, branch, office: branch.split('/').at(-1) ?? '', officeName: '示例单位' },
  }));
  const personId = await transaction(house.db, (tx) =>
    house.identity.enrolStaff(tx, {
      ...{ name, login: newId(), staffNumber: 'TEST', password: 'a long password' },
      totpSecret: 'TONGBANTESTTONGBANTESTTONGBANTE2',
      assignments: known,
    }),
  );
  const acting = known.map(
    ({ role, branch, head, items }): SignedIn => ({
      ...{ role, personId },
      assignment: {
        ...{ id: newId(), branch },
        ...(head === undefined ? {} : { head }),
        ...(items === undefined ? {} : { items }),
      },
    }),
  );
  const [first] = acting;
  if (first === undefined) throw new Error('no post');
  return { ...first, from: acting };
}
