import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { AnswerPairs, closed, Division, Id, ItemId } from './words.ts';

/** 三态: needed for certain, perhaps, or not. */
const Need = Type.Enum(['required', 'possible', 'no']);

/** One output of the guide with its state and the facts that brought it about. */
const Output = Type.Object(
  { layer: Type.String(), id: Type.String(), state: Need, why: Type.Array(Type.String()) },
  closed,
);

/** 引导结果: what the server makes of the answers; `faults` names every answer it did not accept. */
export const Standing = Type.Object(
  {
    edition: Id,
    answers: AnswerPairs,
    faults: Type.Array(
      Type.Object({ fact: Type.String(), code: Type.String(), message: Type.String() }, closed),
    ),
    next: Type.Optional(Type.String()),
    verdict: Type.Enum(['yes', 'no', 'person', 'elsewhere', 'contradiction', 'open']),
    outputs: Type.Array(Output),
  },
  closed,
);
export type Standing = Static<typeof Standing>;

export const guidanceRoutes = {
  evaluate: route({
    method: 'POST',
    path: '/items/:item/guide',
    access: 'public',
    summary:
      'Evaluate answers against the edition in force: verdict, next question, three-state checklist with reasons',
    params: Type.Object({ item: ItemId }, closed),
    body: Type.Object({ division: Type.Optional(Division), answers: AnswerPairs }, closed),
    reply: Standing,
    repeatable: true,
    audit: 'guidance.evaluate',
  }),
};
