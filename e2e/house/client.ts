import { randomUUID } from 'node:crypto';
import { identityRoutes } from '@tongban/contract';
import { type Call, createCall, type Sent } from '@tongban/contract/client';
import { citizen, demo, totpNow } from './people.ts';

/** A caller of the contract over real HTTP, with the session it has. */
export type Client = { readonly call: Call; readonly session: () => string | undefined };

const cookieName = 'tongban_session';

/** Creates a client; every visitor comes from an address of their own, as people do. */
export function createClient(origin: string, given: { session?: string; from?: string } = {}): Client {
  let session = given.session;
  const from = given.from ?? `10.0.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
  const send = async (sent: Sent) => {
    const answer = await fetch(`${origin}${sent.url}`, {
      method: sent.method,
      headers: {
        ...sent.headers,
        'x-forwarded-for': from,
        ...(session === undefined ? {} : { cookie: `${cookieName}=${session}` }),
      },
      ...(sent.body === undefined ? {} : { body: sent.body as NonNullable<RequestInit['body']> }),
      redirect: 'manual',
    });
    session = sessionIn(answer.headers.getSetCookie()) ?? session;
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      bytes: async () => new Uint8Array(await answer.arrayBuffer()),
      text: () => answer.text(),
    };
  };
  return { call: createCall(send, randomUUID), session: () => session };
}

/** Signs an invented citizen in with the code the simulated phone shows. */
export async function signInCitizen(origin: string, id: string): Promise<Client> {
  const { name, phone, citizen_number: citizenNumber } = citizen(id);
  const client = createClient(origin);
  const { simulatorCode = '' } = await client.call(identityRoutes.sendCode, { body: { phone } });
  await client.call(identityRoutes.signInCitizen, {
    body: { phone, code: simulatorCode, name, citizenNumber },
  });
  return client;
}

/**
 * Signs an invented member of staff in; with the code before the present one, so that a screen may use that. The present
 * one is taken when that was used already, or has grown too old on its way.
 */
export async function signInStaff(origin: string, login: string): Promise<Client> {
  const client = createClient(origin);
  const attempt = async (secondsAgo: number) => {
    const body = { login, password: demo.password, totp: await totpNow(secondsAgo) };
    return client.call(identityRoutes.signInStaff, { body });
  };
  await attempt(30).catch(() => attempt(0));
  return client;
}

function sessionIn(cookies: readonly string[]): string | undefined {
  const found = cookies.find((one) => one.startsWith(`${cookieName}=`));
  return found?.slice(cookieName.length + 1).split(';', 1)[0];
}
