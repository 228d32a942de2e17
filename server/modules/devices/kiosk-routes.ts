import { kiosksRoutes, visitsRoutes } from '@tongban/contract';
import { asMachine, type Context, type Http, type Live, serve, type Tx } from '../../platform/index.ts';
import type { Hall } from '../hall/index.ts';
import { deviceTopic } from './events.ts';
import type { Fleet, KnownDevice } from './fleet.ts';
import type { KnownVisit } from './kiosk-visit.ts';
import type { Kiosks } from './kiosks.ts';
import { eitherOf } from './told.ts';

type AtDevice = { params: { device: string }; headers: { 'device-key': string } };
type AtVisit = {
  params: { device: string; visit: string };
  headers: { 'device-key': string; 'visit-key': string };
};

const machine = ({ params, headers }: AtDevice): KnownDevice => ({
  ...{ device: params.device, key: headers['device-key'] },
});
const someone = ({ params, headers }: AtVisit): KnownVisit => ({
  ...machine({ params, headers }),
  ...{ visit: params.visit, visitKey: headers['visit-key'] },
});
/** One transaction in the name of the window: nobody is signed in at a kiosk. */
const atWindow = <T>({ transaction }: Context, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asMachine('window', () => transaction(work));

type Parts = { kiosks: Kiosks; fleet: Fleet; live: Live; hall: Pick<Hall, 'watchCalmly'> };

/** Serves kiosks and the visits at them. */
export function kiosksHttp(http: Http, parts: Parts): void {
  const { kiosks } = parts;
  serve(http, kiosksRoutes.start, (asked) => asMachine('window', () => kiosks.start(machine(asked))));
  serve(http, kiosksRoutes.take, (asked, _caller, context) => {
    const { item, key: ticketKey } = asked.body;
    return atWindow(context, (tx) => kiosks.take(tx, { ...machine(asked), item, ticketKey }));
  });
  serve(http, kiosksRoutes.checkIn, (asked, _caller, context) =>
    atWindow(context, (tx) => kiosks.checkIn(tx, { ...machine(asked), ...asked.body })),
  );
  serve(http, kiosksRoutes.merge, (asked, _caller, context) =>
    atWindow(context, (tx) => kiosks.merge(tx, { ...machine(asked), ...asked.body })),
  );
  serve(http, kiosksRoutes.near, ({ query }) => asMachine('window', () => kiosks.near(query.division)));
  serveChanges(http, parts);
  serveBeginnings(http, kiosks);
  serveVisits(http, kiosks);
}

function serveChanges(http: Http, { fleet, live, hall }: Parts): void {
  serve(http, kiosksRoutes.watch, async ({ params, query }, _caller, context) => {
    const row = await atWindow(context, (tx) =>
      fleet.admit(tx, { device: params.device, ticket: query.ticket }),
    );
    const own = live.listen({ topic: deviceTopic, key: row.device_id }, context.gone);
    return changes(eitherOf([own, hall.watchCalmly(row.hall, context.gone)]));
  });
}

/** Whatever has changed, a kiosk is told only that it should ask again. */
async function* changes(told: AsyncIterable<unknown>) {
  for await (const _ of told) yield { data: { changed: true } };
}

/** Until a visit has begun, the house looks the person up. */
function serveBeginnings(http: Http, kiosks: Kiosks): void {
  serve(http, visitsRoutes.identify, (asked, _caller, { transaction, about }) =>
    asMachine('sign-in', async () => {
      const met = await kiosks.meet({ ...machine(asked), ...asked.body });
      const begun = await transaction((tx) => kiosks.identify(tx, met));
      about(`visit:${begun.visit}`, asked.params.device);
      return begun;
    }),
  );
  serve(http, visitsRoutes.handOff, (asked, _caller, context) =>
    atWindow(context, (tx) => kiosks.handOff(tx, machine(asked))),
  );
  serve(http, visitsRoutes.handedOff, (asked, _caller, { transaction }) =>
    asMachine('sign-in', () =>
      transaction((tx) => kiosks.handedOff(tx, { ...machine(asked), handOff: asked.params.handOff })),
    ),
  );
  serve(http, visitsRoutes.agree, ({ params, body }, caller, context) => {
    context.about(`hand-off:${params.handOff}`);
    return atWindow(context, (tx) => kiosks.agree(tx, caller, { ...params, ...body }));
  });
}

function serveVisits(http: Http, kiosks: Kiosks): void {
  const known = (asked: AtVisit) => asMachine('window', () => kiosks.visitor(someone(asked)));
  serve(http, visitsRoutes.visit, (asked) => asMachine('window', () => kiosks.visit(someone(asked))));
  serve(http, visitsRoutes.takeAs, async (asked, _caller, context) => {
    context.about(`visit:${asked.params.visit}`);
    const who = await known(asked);
    return atWindow(context, (tx) => kiosks.takeAs(tx, who, asked.body));
  });
  serve(http, visitsRoutes.print, async (asked, _caller, { about }) => {
    about(`document:${asked.params.document}`, asked.params.visit);
    return kiosks.print(await known(asked), asked.params.document);
  });
  serve(http, visitsRoutes.pickUp, async (asked, _caller, { transaction, about }) => {
    about(`case:${asked.body.case}`, asked.params.visit);
    const who = await known(asked);
    const permit = await kiosks.match(who, asked.body);
    if (permit === undefined)
      return { released: false, says: '指纹没有对上。换一个登记过指纹的手指再试，或到出件窗口领取' };
    // The hand-over is an act of the house; whose card it is was proved by the finger.
    return asMachine('worker', () =>
      transaction((tx) => kiosks.pickUp(tx, who, { case: asked.body.case, permit })),
    );
  });
  serve(http, visitsRoutes.end, (asked, _caller, context) =>
    atWindow(context, (tx) => kiosks.end(tx, someone(asked))),
  );
}
