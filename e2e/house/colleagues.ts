import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type Client, createClient, signInStaff } from './client.ts';
import { ownHouse } from './shared.ts';
import { comeIn, type Visitor } from './visit.ts';

/** 同事: a member of staff at a screen of the desk. */
export type Colleague = {
  readonly visitor: Visitor;
  readonly page: Page;
  readonly go: Visitor['go'];
};

type Colleagues = { readonly client: (login: string) => Client };

/** A code of the phone lives so long; an account is locked after five wrong ones, so there is one more try and no third. */
const codeMs = 30_000;

/** Everybody a journey needs, each signed in once; a code of the phone counts once, so one waits for the next. */
export async function staffOf(logins: readonly string[]): Promise<Colleagues> {
  const known = new Map<string, Client>();
  for (const login of logins) known.set(login, await colleague(login));
  return {
    client(login) {
      const found = known.get(login);
      if (found === undefined) throw new Error(`${login} was not asked in`);
      return found;
    },
  };
}

async function colleague(login: string): Promise<Client> {
  const { origin, sessions } = ownHouse();
  const session = sessions[login];
  if (session !== undefined) return createClient(origin, { session });
  return signInStaff(origin, login).catch(async () => {
    await pause(codeMs);
    return signInStaff(origin, login);
  });
}

/** Opens a screen of the desk with the session somebody has. */
export async function atDesk({ client }: Colleagues, login: string): Promise<Colleague> {
  const visitor = await comeIn({ on: 'desk' });
  const value = client(login).session() ?? '';
  await visitor.context.addCookies([{ name: 'tongban_session', value, url: ownHouse().origin }]);
  return { visitor, page: visitor.page, go: visitor.go };
}
