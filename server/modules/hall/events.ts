import { Call } from '@tongban/contract';
import Type, { type Static } from 'typebox';
import { fact, topic } from '../../platform/index.ts';

/** 大厅动静: a call, and which ticket anything happened to; carries nobody's name. */
export const HallChange = Type.Object({
  call: Type.Optional(Call),
  ticket: Type.Optional(Type.String()),
});
export type HallChange = Static<typeof HallChange>;

/** A ticket was served to its end. */
export const visitEnded = fact(
  'hall.visit-ended',
  Type.Object({ city: Type.String(), ticket: Type.String() }),
);

/** Everything that happens in the queue of a hall; the key is the hall. */
export const hallTopic = topic('hall.queue', HallChange);
