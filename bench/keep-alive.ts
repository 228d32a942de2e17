import { randomUUID } from 'node:crypto';
import { type Call, createCall, type Received, type Sent } from '@tongban/contract/client';
import { openWires } from './wires.ts';

/** Lasting connections to one house, over which everybody who signed in calls its routes. */
export type Lines = { readonly as: (session: string) => Call; readonly close: () => void };

/** Opens so many connections at most. */
export function openLines(origin: string, most: number): Lines {
  const wires = openWires(origin, most);
  const sendAs =
    (session: string) =>
    async ({ method, url, headers, body }: Sent): Promise<Received> => {
      if (body !== undefined && typeof body !== 'string')
        throw new Error('bytes are not sent over these lines');
      const told = await wires.ask({
        ...{ method, path: url, headers: { ...headers, cookie: `tongban_session=${session}` } },
        ...(body === undefined ? {} : { body }),
      });
      return {
        ...{ status: told.status, contentType: told.contentType },
        bytes: () => Promise.resolve(told.body),
        text: () => Promise.resolve(told.body.toString()),
      };
    };
  return { as: (session) => createCall(sendAs(session), randomUUID), close: wires.close };
}
