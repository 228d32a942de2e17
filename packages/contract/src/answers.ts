import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { closed, Day, Id, ItemId, Words } from './words.ts';

export const replyKinds = ['reply', 'article'] as const;
export const AtEntry = Type.Object({ entry: Id }, closed);
export const Query = Type.String({ maxLength: 200 });

/** 标出的文字: a piece of a text, and whether it is what was looked for. */
const Piece = Type.Object({ text: Type.String(), hit: Type.Optional(Type.Literal(true)) }, closed);
export const Pieces = Type.Array(Piece);

const PublicRow = Type.Object(
  {
    entry: Id,
    kind: Type.Enum([...replyKinds]),
    title: Words,
    pieces: Pieces,
    excerpt: Pieces,
    item: Type.Optional(ItemId),
    itemName: Type.Optional(Words),
  },
  closed,
);
/** 公开答复: an answer anybody may read. */
export const PublicAnswer = Type.Object(
  {
    entry: Id,
    kind: Type.Enum([...replyKinds]),
    title: Words,
    text: Words,
    scopeName: Words,
    basis: Type.Optional(Type.String()),
    since: Day,
    validUntil: Type.Optional(Day),
    item: Type.Optional(ItemId),
    itemName: Type.Optional(Words),
  },
  closed,
);
export type PublicAnswer = Static<typeof PublicAnswer>;

export const answersRoutes = {
  list: route({
    method: 'GET',
    path: '/answers',
    access: 'public',
    summary: 'Public answers in force in a city: those the words find, or the most used',
    query: Type.Object(
      {
        division: Type.String({ pattern: '^\\d{2,12}$' }),
        q: Type.Optional(Query),
        item: Type.Optional(ItemId),
      },
      closed,
    ),
    reply: Type.Object({ rows: Type.Array(PublicRow), near: Type.Boolean() }, closed),
    limit: { max: 120, seconds: 60 },
  }),
  get: route({
    method: 'GET',
    path: '/answers/:entry',
    access: 'public',
    summary: 'One public answer in force',
    params: AtEntry,
    reply: PublicAnswer,
  }),
};
export type PublicAnswerRow = Static<typeof PublicRow>;
