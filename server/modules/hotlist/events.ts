import { hotStages } from '@tongban/contract';
import Type from 'typebox';
import { fact } from '../../platform/index.ts';

/** What every fact about a matter of the list says: where it stands; never a word of what people told. */
const Happened = {
  topicId: Type.String({ format: 'uuid' }),
  scope: Type.String(),
  branch: Type.String(),
  matter: Type.String(),
  stage: Type.Enum([...hotStages]),
  round: Type.Integer(),
  at: Type.String({ format: 'date-time' }),
};
const Plain = Type.Object(Happened);

export const topicMoved = fact('hotlist.topic-moved', Plain);
/** 反弹: a removed matter is back on its list. */
export const topicRebounded = fact(
  'hotlist.topic-rebounded',
  Type.Object({ ...Happened, week: Type.Integer(), quietWeek: Type.Number() }),
);
export const topicReported = fact('hotlist.topic-reported', Plain);
/** 公示: what the public reads of a matter was written, approved or taken down. */
export const boardChanged = fact(
  'hotlist.board-changed',
  Type.Object({ ...Happened, revision: Type.Integer(), shown: Type.Boolean() }),
);

const Mining = { scope: Type.String(), month: Type.String(), branch: Type.String() };
export const monthAsked = fact('hotlist.month-asked', Type.Object(Mining));
export const monthMined = fact(
  'hotlist.month-mined',
  Type.Object({ ...Mining, orders: Type.Integer(), candidates: Type.Integer() }),
);
