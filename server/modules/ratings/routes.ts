import {
  phoneRatingsRoutes,
  praisesRoutes,
  ratingsRoutes,
  ratingWaysRoutes,
  repairsRoutes,
  surveyFiguresRoutes,
  surveysRoutes,
} from '@tongban/contract';
import { asCaller, asMachine, type Http, serve } from '../../platform/index.ts';
import type { Machines } from '../devices/index.ts';
import type { Ratings } from './service.ts';
import { sentences } from './words.ts';

/** Serves ratings to whoever was served, and to the desk what becomes of them. */
export function ratingsHttp(http: Http, ratings: Ratings): void {
  http.addSentences(sentences);
  serveRaters(http, ratings);
  serveVisits(http, ratings);
  serveSurveys(http, ratings);
  serveRepairs(http, ratings);
  serveOrders(http, ratings);
  servePhones(http, ratings);
  serveReplies(http, ratings);
}

type AtKiosk = { params: { device: string }; headers: { 'device-key': string } };
type AtKnown = AtKiosk & { params: { visit: string }; headers: { 'visit-key': string } };
const machine = ({ params, headers }: AtKiosk) => ({ device: params.device, key: headers['device-key'] });
const known = (asked: AtKnown) => ({
  ...{ ...machine(asked), visit: asked.params.visit },
  visitKey: asked.headers['visit-key'],
});

/** 政务大厅其他终端: a kiosk proves itself; a case is rated with the rights of whoever is known at it. */
export function ratingsKiosksHttp(http: Http, { rating }: Ratings, machines: Machines): void {
  serve(http, ratingWaysRoutes.ofNumber, (asked) =>
    asMachine('window', async () =>
      rating.ofNumber({ hall: await machines.hallOf(machine(asked)), number: asked.params.number }),
    ),
  );
  serve(http, ratingWaysRoutes.rateNumber, (asked, _caller, { transaction, about }) => {
    const { number, ...given } = asked.body;
    about(`kiosk:${asked.params.device}`);
    return asMachine('window', async () => {
      const hall = await machines.hallOf(machine(asked));
      return transaction((tx) => rating.rateNumber(tx, { hall, number }, given));
    });
  });
  serve(http, ratingWaysRoutes.ofKnown, async (asked) => {
    const citizen = await asMachine('window', () => machines.citizenOf(known(asked)));
    return asCaller(citizen, () => rating.ofCase(citizen, asked.params.case, 'hall-terminal'));
  });
  serve(http, ratingWaysRoutes.rateKnown, async (asked, _caller, { transaction, about }) => {
    about(`case:${asked.params.case}`);
    const citizen = await asMachine('window', () => machines.citizenOf(known(asked)));
    const given = { ...asked.body, channel: 'hall-terminal', case: asked.params.case } as const;
    return asCaller(citizen, () => transaction((tx) => rating.rateCase(tx, citizen, given)));
  });
}

/** What callers say, put down by staff. */
function servePhones(http: Http, { phoning }: Ratings): void {
  serve(http, phoneRatingsRoutes.find, ({ params }, caller) => phoning.find(caller, params.number));
  serve(http, phoneRatingsRoutes.register, ({ body }, caller, { transaction, about }) => {
    about(`service:${body.service}`);
    return transaction((tx) => phoning.register(tx, caller, body));
  });
}

/** A gateway is nobody the house knows: its signature over the very bytes is what counts. */
function serveReplies(http: Http, { replying }: Ratings): void {
  serve(http, ratingWaysRoutes.reply, async ({ params, headers, body }) => {
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    const signed = {
      ...{ timestamp: headers['x-timestamp'], nonce: headers['x-nonce'] },
      ...{ signature: headers['x-signature'], body: Buffer.concat(parts).toString('utf8') },
    };
    await asMachine('worker', () => replying.reply(params.provider, signed));
  });
}

function serveRaters(http: Http, { rating }: Ratings): void {
  serve(http, ratingsRoutes.ofCase, ({ params, query }, caller) =>
    rating.ofCase(caller, params.case, query.channel ?? 'web'),
  );
  serve(http, ratingsRoutes.rateCase, ({ params, body }, caller, { transaction, about }) => {
    about(`case:${params.case}`);
    return transaction((tx) => rating.rateCase(tx, caller, { ...params, ...body }));
  });
}

/** Nobody is signed in with a ticket or at a second screen, so the house asks in the name of the window. */
function serveVisits(http: Http, { rating }: Ratings): void {
  serve(http, ratingsRoutes.ofVisit, ({ params }) => asMachine('window', () => rating.ofVisit(params.key)));
  serve(http, ratingsRoutes.rateVisit, ({ params, body }, _caller, { transaction, about }) => {
    about('visit');
    return asMachine('window', () => transaction((tx) => rating.rateVisit(tx, params.key, body)));
  });
  serve(http, ratingsRoutes.onScreen, ({ params, headers }) =>
    asMachine('window', () => rating.onScreen({ screen: params.screen, key: headers['screen-key'] })),
  );
  serve(http, ratingsRoutes.rateOnScreen, ({ params, headers, body }, _caller, { transaction, about }) => {
    about(`screen:${params.screen}`);
    const asked = { screen: params.screen, key: headers['screen-key'] };
    return asMachine('window', () => transaction((tx) => rating.rateOnScreen(tx, asked, body)));
  });
}

function serveSurveys(http: Http, { surveying, counting, praising }: Ratings): void {
  serve(http, surveysRoutes.list, () => surveying.list());
  serve(http, surveysRoutes.get, ({ params }, caller) => surveying.get(caller, params.survey));
  serve(http, surveysRoutes.answer, ({ params, body }, caller, { transaction, about }) => {
    about(`survey:${params.survey}`);
    return transaction((tx) => surveying.answer(tx, caller, { ...params, ...body }));
  });
  serve(http, surveyFiguresRoutes.list, () => counting.surveys());
  serve(http, praisesRoutes.list, ({ query }, caller) => praising.list(caller, query));
  serve(http, praisesRoutes.register, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const row = await praising.register(tx, caller, body);
      about(`praise:${row.praise}`);
      return row;
    }),
  );
}

function serveRepairs(http: Http, { repairing, counting }: Ratings): void {
  serve(http, repairsRoutes.list, ({ query }, caller) => repairing.list(caller, query));
  serve(http, repairsRoutes.get, ({ params }, caller, { about }) => {
    about(`repair:${params.repair}`);
    return repairing.get(caller, params.repair);
  });
  serve(http, repairsRoutes.unmask, ({ params }, caller, { about }) => {
    about(`repair:${params.repair}`, '差评回访');
    return repairing.unmask(caller, params.repair);
  });
  serve(http, repairsRoutes.figures, ({ query }, caller) => counting.figures(caller, query));
  serve(http, repairsRoutes.mine, (_, caller) => counting.mine(caller));
}

/** What is done about an order. */
function serveOrders(http: Http, { repairing }: Ratings): void {
  serve(http, repairsRoutes.take, ({ params }, caller, { transaction, about }) => {
    about(`repair:${params.repair}`);
    return transaction((tx) => repairing.take(tx, caller, params.repair));
  });
  serve(http, repairsRoutes.answer, ({ params, body }, caller, { transaction, about }) => {
    about(`repair:${params.repair}`);
    return transaction((tx) => repairing.answer(tx, caller, { ...params, ...body }));
  });
  serve(http, repairsRoutes.callBack, ({ params, body }, caller, { transaction, about }) => {
    about(`repair:${params.repair}`);
    return transaction((tx) => repairing.callBack(tx, caller, { ...params, ...body }));
  });
  serve(http, repairsRoutes.close, ({ params }, caller, { transaction, about }) => {
    about(`repair:${params.repair}`);
    return transaction((tx) => repairing.close(tx, caller, params.repair));
  });
  serve(http, repairsRoutes.appeal, ({ params, body }, caller, { transaction, about }) => {
    about(`repair:${params.repair}`);
    return transaction((tx) => repairing.appeal(tx, caller, { ...params, ...body }));
  });
  serve(http, repairsRoutes.recheck, ({ params, body }, caller, { transaction, about }) => {
    about(`repair:${params.repair}`);
    return transaction((tx) => repairing.recheck(tx, caller, { ...params, ...body }));
  });
}
