import { fleetRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import type { Fleet } from './fleet.ts';
import { fleetSentences } from './fleet-words.ts';

/** Serves the fleet: the hall manager’s side with a post, the machine’s side with its key. */
export function fleetHttp(http: Http, fleet: Fleet): void {
  http.addSentences(fleetSentences);
  serve(http, fleetRoutes.list, (_, caller) => fleet.list(caller));
  serve(http, fleetRoutes.register, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const row = await fleet.register(tx, caller, body);
      about(`device:${row.device}`);
      return row;
    }),
  );
  serve(http, fleetRoutes.wipe, ({ params }, caller, { transaction, about }) => {
    about(`device:${params.device}`);
    return transaction((tx) => fleet.wipe(tx, caller, params.device));
  });
  serve(http, fleetRoutes.remove, ({ params }, caller, { transaction, about }) => {
    about(`device:${params.device}`);
    return transaction((tx) => fleet.remove(tx, caller, params.device));
  });
  serveMachines(http, fleet);
}

/** Nobody is signed in at a machine, so the house asks in the name of the window. */
function serveMachines(http: Http, fleet: Fleet): void {
  serve(http, fleetRoutes.offer, ({ body }, _caller, { transaction }) =>
    asMachine('window', () => transaction((tx) => fleet.offer(tx, body.kind))),
  );
  serve(http, fleetRoutes.standing, ({ params, headers }) =>
    asMachine('window', () => fleet.standing({ device: params.device, key: headers['device-key'] })),
  );
  serve(http, fleetRoutes.heartbeat, ({ params, headers, body }, _caller, { transaction }) =>
    asMachine('window', () =>
      transaction((tx) =>
        fleet.heartbeat(tx, { device: params.device, key: headers['device-key'], ...body }),
      ),
    ),
  );
  serve(http, fleetRoutes.ticket, ({ params, headers }, _caller, { transaction }) =>
    asMachine('window', () =>
      transaction((tx) => fleet.ticket(tx, { device: params.device, key: headers['device-key'] })),
    ),
  );
}
