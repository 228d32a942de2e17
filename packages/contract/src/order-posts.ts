import Type, { type Static } from 'typebox';
import { OrderNumber } from './orders.ts';
import { route } from './route.ts';
import { closed } from './words.ts';

const importers = { roles: ['spokesperson'], scope: 'branch' } as const;
const cell = (maxLength: number) => Type.String({ maxLength });

/** 帖子: what somebody posted in public, cell by cell as it was copied from a table. */
export const PostRow = Type.Object(
  {
    platform: cell(200),
    author: cell(200),
    link: cell(1000),
    text: cell(20_000),
    postedAt: cell(200),
  },
  closed,
);
export type PostRow = Static<typeof PostRow>;

/** 不能导入的原因: a cell that says nothing usable, a post that is here already, or an emergency. */
export const postFaults = [
  ...(['platform', 'author', 'link', 'text', 'posted-at', 'twice', 'known', 'emergency'] as const),
];
export const CheckedPost = Type.Object(
  {
    /** 第几行，从 1 数起. */
    row: Type.Integer({ minimum: 1 }),
    title: Type.String(),
    faults: Type.Array(Type.Enum([...postFaults])),
  },
  closed,
);
export type CheckedPost = Static<typeof CheckedPost>;

/** 能这样导入的类别: a tip-off is never taken from what everybody can read. */
export const postKinds = ['consult', 'help', 'complaint', 'suggestion', 'praise'] as const;
const Rows = Type.Array(PostRow, { minItems: 1, maxItems: 100 });

/** 社交媒体导入: posts of microblogs and groups become orders, each once. */
export const orderPostsRoutes = {
  check: route({
    method: 'POST',
    path: '/desk/orders/posts/checks',
    access: importers,
    summary: 'What stands against each row of a table of posts; nothing of it is kept',
    body: Type.Object({ rows: Rows }, closed),
    reply: Type.Object({ rows: Type.Array(CheckedPost) }, closed),
    repeatable: true,
    audit: 'orders.check-posts',
  }),
  take: route({
    method: 'POST',
    path: '/desk/orders/posts',
    access: importers,
    summary: 'Make an order of each sound row of a table of posts; the others are told back',
    body: Type.Object({ kind: Type.Enum([...postKinds]), rows: Rows }, closed),
    reply: Type.Object(
      {
        taken: Type.Array(Type.Object({ row: Type.Integer(), order: OrderNumber }, closed)),
        left: Type.Array(CheckedPost),
      },
      closed,
    ),
    status: 201,
    audit: 'orders.take-posts',
  }),
};
