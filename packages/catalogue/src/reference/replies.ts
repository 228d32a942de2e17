import Type, { type Static } from 'typebox';
import { closed, Day, DivisionCode, Id, origin } from './vocabulary.ts';

const Role = Type.Enum(['knowledge-editor', 'spokesperson', 'head'], {
  description: '知识编辑 · 网络发言人 · 负责人',
});

const Reply = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 2, maxLength: 40, description: '短名，如 身份证-换领-网办' }),
    when: Type.String({ minLength: 2, maxLength: 60, description: '什么时候用' }),
    text: Type.String({ minLength: 5, maxLength: 1000, description: '答复；{空格} 处由承办人填写' }),
    scope: Type.Object({ level: Type.Enum(['province', 'city']), division: DivisionCode }, closed),
    item: Type.Optional(Id),
    matters: Type.Optional(Type.Array(Id, { minItems: 1 })),
    kinds: Type.Optional(Type.Array(Id, { minItems: 1 })),
    slots: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), { minItems: 1, description: '文中要填的空' }),
    ),
    version: Type.Integer({ minimum: 1 }),
    valid_from: Day,
    valid_until: Day,
    author: Role,
    approver: Role,
    ...origin,
  },
  closed,
);

/** 答复口径库 (replies/*.yaml): approved answers that province and city share, each with its scope and its last day. */
export const ReplyLibrary = Type.Object({ replies: Type.Array(Reply, { minItems: 1 }) }, closed);
export type ReplyLibrary = Static<typeof ReplyLibrary>;
