import { bookableRoutes, bookingsRoutes, hallPlanRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import type { Bookings } from './service.ts';
import { answersIn } from './slot-length.ts';
import { sentences } from './words.ts';

/** Serves bookings: what is free to everybody, one's own to each, and the days of a hall to its manager. */
export function bookingsHttp(http: Http, bookings: Bookings): void {
  http.addSentences(sentences);
  serve(http, bookableRoutes.days, ({ params, query: { answers, ...query } }) =>
    bookings.freeDays(params.hall, { ...query, answers: answersIn(answers) }),
  );
  serve(http, bookableRoutes.slots, ({ params, query: { answers, ...query } }) =>
    bookings.freeSlots(params.hall, { ...query, answers: answersIn(answers), day: params.day }),
  );
  serveOwn(http, bookings);
  serveChanges(http, bookings);
  serveDayPlans(http, bookings);
}

function serveOwn(http: Http, bookings: Bookings): void {
  serve(http, bookingsRoutes.people, ({ query }, caller) => bookings.bookable(caller, query.item));
  serve(http, bookingsRoutes.book, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const booking = await bookings.book(tx, caller, body);
      about(`booking:${booking.booking}`);
      return booking;
    }),
  );
  serve(http, bookingsRoutes.list, ({ query }, caller) => bookings.list(caller, query));
  serve(http, bookingsRoutes.get, ({ params }, caller) => bookings.get(caller, params.booking));
  serve(http, bookingsRoutes.calendar, async ({ params }, caller) => ({
    body: await bookings.calendar(caller, params.booking),
    contentType: 'text/calendar; charset=utf-8',
    filename: 'booking.ics',
  }));
  serve(http, bookingsRoutes.wish, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const wish = await bookings.wish(tx, caller, body);
      about(`wish:${wish.wish}`);
      return wish;
    }),
  );
  serve(http, bookingsRoutes.endWish, ({ params }, caller, { transaction, about }) => {
    about(`wish:${params.wish}`);
    return transaction((tx) => bookings.endWish(tx, caller, params.wish));
  });
}

/** A change of one booking may give a time to others, so once it is known to be the caller's the house itself goes on. */
function serveChanges(http: Http, bookings: Bookings): void {
  serve(http, bookingsRoutes.confirm, async ({ params }, caller, { transaction, about }) => {
    about(`booking:${params.booking}`);
    const row = await bookings.mine(caller, params.booking);
    return asMachine('worker', () => transaction((tx) => bookings.confirm(tx, caller, row)));
  });
  serve(http, bookingsRoutes.move, async ({ params, body }, caller, { transaction, about }) => {
    about(`booking:${params.booking}`);
    const row = await bookings.mine(caller, params.booking);
    return asMachine('worker', () => transaction((tx) => bookings.move(tx, caller, { row, wish: body })));
  });
  serve(http, bookingsRoutes.cancel, async ({ params }, caller, { transaction, about }) => {
    about(`booking:${params.booking}`);
    const row = await bookings.mine(caller, params.booking);
    return asMachine('worker', () => transaction((tx) => bookings.cancel(tx, caller, row)));
  });
}

function serveDayPlans(http: Http, { dayPlans }: Bookings): void {
  serve(http, hallPlanRoutes.month, ({ query }, caller) => dayPlans.month(caller, query.from));
  serve(http, hallPlanRoutes.day, ({ params }, caller) => dayPlans.day(caller, params.day));
  serve(http, hallPlanRoutes.preview, ({ params, body }, caller) =>
    dayPlans.preview(caller, params.day, body),
  );
  serve(http, hallPlanRoutes.change, ({ params, body }, caller, { transaction, about }) => {
    about(`day:${params.day}`);
    return asMachine('worker', () =>
      transaction((tx) => dayPlans.change(tx, caller, { day: params.day, ...body })),
    );
  });
  serve(http, hallPlanRoutes.templates, (_, caller) => dayPlans.templates(caller));
  serve(http, hallPlanRoutes.saveTemplate, async ({ params, body }, caller, { transaction, about }) => {
    about(`template:${params.template}`);
    await asMachine('worker', () =>
      transaction((tx) => dayPlans.saveTemplate(tx, caller, { ...body, template: params.template })),
    );
    return dayPlans.templates(caller);
  });
  serve(http, hallPlanRoutes.bookings, ({ params, query }, caller) =>
    dayPlans.bookings(caller, params.day, query.after),
  );
}
