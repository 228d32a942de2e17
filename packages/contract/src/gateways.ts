import Type from 'typebox';
import { bytesBody } from './route.ts';
import { closed } from './words.ts';

/** What every call of an SMS gateway carries: who it is, and a signature over the very bytes that came. */
export const fromGateway = {
  params: Type.Object({ provider: Type.String({ maxLength: 20 }) }, closed),
  headers: Type.Object(
    {
      'x-timestamp': Type.String({ maxLength: 20 }),
      'x-nonce': Type.String({ maxLength: 80 }),
      'x-signature': Type.String({ maxLength: 80 }),
    },
    closed,
  ),
  body: bytesBody(16_384, ['application/json']),
};
