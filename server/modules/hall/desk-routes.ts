import { hallRoutes, queueRoutes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, type Http, type SignedIn, serve } from '../../platform/index.ts';
import type { Hall } from './service.ts';

/** Serves the desks: the clerk's queue bar, reception, and the page of the hall manager. */
export function deskHttp(http: Http, hall: Hall): void {
  serveWindow(http, hall);
  serveReception(http, hall);
  serveManager(http, hall);
}

function serveWindow(http: Http, { acting, windows, windowQueue }: Hall): void {
  serve(http, queueRoutes.mine, (_, caller) => windowQueue(caller));
  serve(http, queueRoutes.setWindow, ({ body }, caller, { transaction, about }) => {
    about(`window:${caller.assignment?.window ?? ''}`);
    return transaction(async (tx) => {
      await windows.setMine(tx, caller, body.state);
      return windowQueue(caller, tx);
    });
  });
  serve(http, queueRoutes.next, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const called = await acting.next(tx, caller, body.ticket);
      about(
        called === undefined ? `window:${caller.assignment?.window ?? ''}` : `ticket:${called.ticket_id}`,
      );
      return windowQueue(caller, tx);
    }),
  );
  serve(http, queueRoutes.recall, ({ params }, caller, { transaction, about }) => {
    about(`ticket:${params.ticket}`);
    return transaction(async (tx) => {
      await acting.recall(tx, caller, params.ticket);
      return windowQueue(caller, tx);
    });
  });
  serve(http, queueRoutes.act, ({ params, body }, caller, { transaction, about }) => {
    about(`ticket:${params.ticket}`, body.act);
    return transaction(async (tx) => {
      await acting.act(tx, caller, { ...params, ...body });
      return windowQueue(caller, tx);
    });
  });
}

function serveReception(http: Http, hall: Hall): void {
  const { reception } = hall;
  serve(http, queueRoutes.watch, (_, caller, { gone }) => hall.watchQueue(hallOf(hall, caller), gone));
  serve(http, queueRoutes.take, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const given = await reception.take(tx, caller, body);
      about(`ticket:${given.ticket}`, body.priority);
      return given;
    }),
  );
  serve(http, queueRoutes.checkIn, ({ body }, caller, { transaction, about }) => {
    about(`hall:${hallOf(hall, caller)}`);
    // Bookings of other people are found for whoever stands at reception, not for the clerk.
    return asMachine('window', () => transaction((tx) => reception.checkIn(tx, caller, body)));
  });
  serve(http, queueRoutes.slip, async ({ params }, caller) => {
    const { number, bytes } = await hall.slip(caller, params.ticket);
    return { body: bytes, contentType: 'application/pdf', filename: `${number}.pdf` };
  });
  serve(http, queueRoutes.find, ({ body }, caller, { transaction, about }) => {
    about(`hall:${hallOf(hall, caller)}`);
    return transaction((tx) => reception.find(tx, caller, body.q));
  });
}

function serveManager(http: Http, { now, windows, managing, figures }: Hall): void {
  serve(http, hallRoutes.now, (_, caller) => now(caller));
  serve(http, hallRoutes.window, ({ params, body }, caller, { transaction, about }) => {
    about(`window:${params.window}`);
    return transaction(async (tx) => {
      await windows.set(tx, caller, { ...params, ...body });
      return now(caller, tx);
    });
  });
  serve(http, hallRoutes.route, ({ params, body }, caller, { transaction, about }) => {
    about(`ticket:${params.ticket}`, body.reason);
    return transaction(async (tx) => {
      await managing.route(tx, caller, { ...params, ...body });
      return now(caller, tx);
    });
  });
  serve(http, hallRoutes.announce, ({ body }, caller, { transaction, about }) => {
    about('hall', body.text);
    return transaction(async (tx) => {
      await managing.announce(tx, caller, body.text);
      return now(caller, tx);
    });
  });
  serve(http, hallRoutes.day, ({ query }, caller) => figures(caller, query.day));
}

function hallOf(hall: Hall, caller: SignedIn): string {
  const found = hall.hallOfCaller(caller);
  if (found === undefined)
    throw new Problem('hall.no-hall', 'conflict', '您的岗位没有大厅，换到大厅的岗位再看');
  return found;
}
