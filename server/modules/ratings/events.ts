import Type from 'typebox';
import { fact } from '../../platform/index.ts';

/** 整改消息: what the rater of a bad rating should hear of. */
const newsKinds = ['repair-opened', 'repair-answered', 'repair-closed', 'rating-struck'] as const;
export type News = (typeof newsKinds)[number];
/** Something became of a bad rating. */
export const repairMoved = fact(
  'ratings.repair-moved',
  Type.Object({ repair: Type.String(), news: Type.Enum([...newsKinds]) }),
);
