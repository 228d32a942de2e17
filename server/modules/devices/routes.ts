import { screensRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import type { Devices } from './service.ts';
import { sentences } from './words.ts';

/** Serves second screens: the clerk's side with a post, the tablet's side with the key of the screen. */
export function devicesHttp(http: Http, devices: Devices): void {
  http.addSentences(sentences);
  serve(http, screensRoutes.pair, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const paired = await devices.pair(tx, caller, body.code);
      about(`screen:${paired.screen}`);
      return paired;
    }),
  );
  serve(http, screensRoutes.mine, (_, caller) => devices.mine(caller));
  serve(http, screensRoutes.release, ({ params }, caller, { transaction, about }) => {
    about(`screen:${params.screen}`);
    return transaction((tx) => devices.release(tx, caller, params.screen));
  });
  serveTablets(http, devices);
}

/** Nobody is signed in at a tablet, so the house asks in the name of the window. */
function serveTablets(http: Http, devices: Devices): void {
  serve(http, screensRoutes.offer, (_, _caller, { transaction }) =>
    asMachine('window', () => transaction((tx) => devices.offer(tx))),
  );
  serve(http, screensRoutes.show, ({ params, headers }) =>
    asMachine('window', () => devices.show({ screen: params.screen, key: headers['screen-key'] })),
  );
  serve(http, screensRoutes.ticket, ({ params, headers }, _caller, { transaction }) =>
    asMachine('window', () =>
      transaction((tx) => devices.ticket(tx, { screen: params.screen, key: headers['screen-key'] })),
    ),
  );
  serve(http, screensRoutes.watch, async ({ params, query }, _caller, { transaction, gone }) => {
    const row = await asMachine('window', () =>
      transaction((tx) => devices.admit(tx, { screen: params.screen, ticket: query.ticket })),
    );
    return devices.changes(row, gone);
  });
  serve(http, screensRoutes.sign, ({ params, headers, body }, _caller, { transaction, about }) => {
    about(`screen:${params.screen}`, body.about);
    const asked = { screen: params.screen, key: headers['screen-key'], ...body };
    return asMachine('window', () => transaction((tx) => devices.sign(tx, asked)));
  });
}
