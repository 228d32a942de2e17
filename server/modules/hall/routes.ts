import { bookableRoutes, bookingsRoutes, hallRoutes, ticketsRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import { deskHttp } from './desk-routes.ts';
import type { Hall } from './service.ts';
import { sentences } from './words.ts';

/** Serves the queue of the halls: pages of tickets to whoever has the key, the desks to those on duty. */
export function hallHttp(http: Http, hall: Hall): void {
  http.addSentences(sentences);
  servePublic(http, hall);
  deskHttp(http, hall);
}

/** Nobody is signed in at these, so the house asks in the name of the window; nothing of a person is told. */
function servePublic(http: Http, hall: Hall): void {
  serve(http, bookableRoutes.halls, ({ query }) => asMachine('window', () => hall.nearby(query)));
  serve(http, hallRoutes.live, ({ params }) => asMachine('window', () => hall.live(params.hall)));
  serve(http, bookingsRoutes.checkIn, ({ params, body }, caller, { transaction, about }) => {
    about(`booking:${params.booking}`);
    // The ticket is the hall's, not the citizen's: the house gives it, to nobody but whoever booked.
    return asMachine('window', () =>
      transaction((tx) => hall.checkInMyself(tx, caller, { ...params, ...body })),
    );
  });
  serve(http, ticketsRoutes.get, ({ params }) => asMachine('window', () => hall.get(params.key)));
  serve(http, ticketsRoutes.watch, ({ params }, _caller, { gone }) =>
    asMachine('window', () => hall.watch(params.key, gone)),
  );
  serve(http, ticketsRoutes.leave, ({ params }, _caller, { transaction, about }) => {
    about('ticket');
    return asMachine('window', () => transaction((tx) => hall.leave(tx, params.key)));
  });
  serve(http, ticketsRoutes.rejoin, ({ params }, _caller, { transaction, about }) => {
    about('ticket');
    return asMachine('window', () => transaction((tx) => hall.rejoin(tx, params.key)));
  });
}
