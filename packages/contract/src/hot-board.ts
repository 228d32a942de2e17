import Type, { type Static } from 'typebox';
import { HotMonthName, hotStages } from './hotlist.ts';
import { route } from './route.ts';
import { closed, Day, Division, Words } from './words.ts';

/** 公开榜一条: only what was approved for the public. */
const PublicTopic = Type.Object(
  {
    title: Words,
    doing: Words,
    words: Type.Array(Type.String()),
    scopeName: Words,
    stage: Type.Enum([...hotStages]),
    since: Day,
    removedOn: Type.Optional(Day),
    figures: Type.Optional(
      Type.Object(
        {
          month: HotMonthName,
          people: Type.Integer(),
          hotWeek: Type.Integer(),
          week: Type.Integer(),
          on: Day,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type PublicHotTopic = Static<typeof PublicTopic>;

export const hotBoardRoutes = {
  list: route({
    method: 'GET',
    path: '/hot-topics',
    access: 'public',
    summary: 'What many people have raised here, and what is being done about it',
    query: Type.Object({ division: Division }, closed),
    reply: Type.Object({ topics: Type.Array(PublicTopic) }, closed),
    limit: { max: 120, seconds: 60 },
  }),
};
