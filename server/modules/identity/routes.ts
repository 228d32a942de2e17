import { identityRoutes } from '@tongban/contract';
import { asMachine, type Context, type Http, serve } from '../../platform/index.ts';
import type { Identity, Opened } from './service.ts';
import { sessionCookie } from './sessions.ts';

/** Until somebody is known, the house itself looks people up. */
const signIn = <T>(work: () => T): T => asMachine('sign-in', work);

/** Serves sign-in, the session and the choice of a post. */
export function identityHttp(http: Http, identity: Identity): void {
  const greet = (context: Context, { session, token }: Opened) => {
    context.setCookie(sessionCookie, token);
    return session;
  };
  http.identifyBy((arrival) => signIn(() => identity.identify(arrival)));
  serve(http, identityRoutes.sendCode, ({ body }, _, { transaction }) =>
    signIn(() => transaction((tx) => identity.sendCode(tx, body.phone))),
  );
  serve(http, identityRoutes.signInCitizen, async ({ body }, _, context) =>
    greet(context, await signIn(() => context.transaction((tx) => identity.signInCitizen(tx, body)))),
  );
  serve(http, identityRoutes.signInStaff, async ({ body }, _, context) =>
    greet(context, await signIn(() => context.transaction((tx) => identity.signInStaff(tx, body)))),
  );
  serve(http, identityRoutes.chooseAssignment, ({ body }, caller, { transaction }) =>
    transaction((tx) => identity.chooseAssignment(tx, caller, body.assignment)),
  );
  serve(http, identityRoutes.session, (_, caller) => identity.session(caller));
  serve(http, identityRoutes.signOut, async (_, caller, { transaction, clearCookie }) => {
    const { sessionId } = caller;
    if (sessionId !== undefined) await transaction((tx) => identity.signOut(tx, sessionId));
    clearCookie(sessionCookie);
  });
}
