import {
  orderCallsRoutes,
  orderDeskRoutes,
  orderPostsRoutes,
  orderProceduresRoutes,
  ordersRoutes,
  telephoneRoutes,
} from '@tongban/contract';
import { asMachine, type Context, type Http, type SignedIn, serve, type Tx } from '../../platform/index.ts';
import type { Registered } from './registering.ts';
import type { Hotline } from './service.ts';
import { serveStuck } from './stuck-routes.ts';
import { serveVisits } from './visit-routes.ts';
import { sentences } from './words.ts';

/** Serves orders: to whoever asks, to the desks that take them in, to the units that handle them, and answers to everybody. */
export function hotlineHttp(http: Http, hotline: Hotline): void {
  http.addSentences(sentences);
  serveRegistering(http, hotline);
  serveOwn(http, hotline);
  serveAnswers(http, hotline);
  serveDesk(http, hotline);
  serveProcedures(http, hotline);
  servePosts(http, hotline);
  serveCalls(http, hotline);
  serveStuck(http, hotline);
  serveVisits(http, hotline);
  serveTelephone(http, hotline);
}

/** 办之前先看得到: the house writes once somebody may; nothing is begun in their own name. */
function asHouse<T>({ transaction }: Pick<Context, 'transaction'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return asMachine('worker', () => transaction(work));
}

/** A tip-off is put on record without its number, for the record of a desk names who acted. */
function recorded({ about }: Pick<Context, 'about'>, { receipt, tipOff }: Registered) {
  about(tipOff ? 'order' : `order:${receipt.order}`);
  return receipt;
}

function serveRegistering(http: Http, { registering }: Hotline): void {
  serve(http, ordersRoutes.register, async ({ body }, caller, context) => {
    const made = await context.transaction((tx) => registering.own(tx, caller, body));
    if (made.tipOff || body.identity === 'anonymous') context.unnamed();
    return recorded(context, made);
  });
  serve(http, ordersRoutes.registerUnnamed, async ({ body }, _, context) => {
    // Whoever is signed in and leaves their name out is not told by the record either.
    context.unnamed();
    return recorded(context, await asHouse(context, (tx) => registering.unnamed(tx, body)));
  });
  serve(http, orderDeskRoutes.register, async ({ body }, caller, context) =>
    recorded(context, await context.transaction((tx) => registering.taken(tx, caller, body))),
  );
}

function serveOwn(http: Http, { own }: Hotline): void {
  /** One of theirs, then the house acts on it. */
  const onOwn = async <T>(
    { caller, number }: { caller: SignedIn; number: string },
    context: Context,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    const { tip_off: tipOff } = await own.mine(caller, number);
    context.about(tipOff ? 'order' : `order:${number}`);
    if (tipOff) context.unnamed();
    return asHouse(context, work);
  };
  serve(http, ordersRoutes.list, ({ query }, caller) => own.list(caller, query.after));
  serve(http, ordersRoutes.get, ({ params }, caller) => own.get(caller, params.order));
  serve(http, ordersRoutes.follow, ({ body }, _, { about }) => {
    about('order');
    return asMachine('worker', () => own.follow(body.key));
  });
  serve(http, ordersRoutes.solved, ({ params, body }, caller, context) =>
    onOwn({ caller, number: params.order }, context, (tx) =>
      own.act(tx, params.order, { type: body.solved ? 'satisfied' : 'dissatisfied', ...saying(body.say) }),
    ),
  );
  serve(http, ordersRoutes.reopen, ({ params, body }, caller, context) =>
    onOwn({ caller, number: params.order }, context, (tx) =>
      own.act(tx, params.order, { type: 'reopen', say: body.say }),
    ),
  );
  serve(http, ordersRoutes.urge, ({ params, body }, caller, context) =>
    onOwn({ caller, number: params.order }, context, (tx) =>
      own.act(tx, params.order, { type: 'urge', ...saying(body.say) }),
    ),
  );
  serve(http, ordersRoutes.attach, ({ params, body }, caller, context) =>
    onOwn({ caller, number: params.order }, context, (tx) => own.attach(tx, caller, { ...params, ...body })),
  );
  serve(http, ordersRoutes.withdraw, ({ params, body }, caller, context) =>
    onOwn({ caller, number: params.order }, context, (tx) =>
      own.act(tx, params.order, {
        type: 'withdraw',
        ...(body.reason === undefined ? {} : { reason: body.reason }),
      }),
    ),
  );
}

function serveAnswers(http: Http, { answers, terms }: Hotline): void {
  serve(http, ordersRoutes.limits, ({ query }) => terms.limits(query.channel));
  serve(http, ordersRoutes.answers, ({ query }) => answers.list(query));
  serve(http, ordersRoutes.answer, ({ params }) => answers.get(params.answer));
}

function serveDesk(http: Http, { desk }: Hotline): void {
  serve(http, orderDeskRoutes.list, ({ query }, caller) => desk.list(caller, query));
  serve(http, orderDeskRoutes.figures, ({ query }, caller) => desk.figures(caller, query));
  serve(http, orderDeskRoutes.get, ({ params }, caller, { about }) => {
    about(`order:${params.order}`);
    return desk.get(caller, params.order);
  });
  serve(http, orderDeskRoutes.act, async ({ params, body }, caller, context) => {
    context.about(`order:${params.order}`, body.act.type);
    await desk.seen(caller, params.order);
    if (body.act.type === 'merge') await desk.refuseMerge(caller, params.order, body.act.into);
    if (body.act.type === 'link') await desk.refuseLink(caller, body.act.case);
    return asHouse(context, (tx) => desk.act(tx, caller, { ...params, ...body }));
  });
  serve(http, orderDeskRoutes.unmask, ({ params }, caller, { about }) => {
    about(`order:${params.order}`, '诉求回访');
    return desk.unmask(caller, params.order);
  });
}

function serveProcedures(http: Http, { procedures }: Hotline): void {
  serve(http, orderProceduresRoutes.list, ({ query }, caller) => procedures.list(caller, query.q ?? ''));
  serve(http, orderProceduresRoutes.add, ({ body }, caller, context) => {
    context.about(`procedure:${body.number}`);
    return asHouse(context, (tx) => procedures.add(tx, caller, body));
  });
  serve(http, orderProceduresRoutes.end, ({ body }, caller, { about, transaction }) => {
    about(`procedure:${body.number}`);
    return transaction((tx) => procedures.end(tx, caller, body.number));
  });
}

function servePosts(http: Http, { posts }: Hotline): void {
  serve(http, orderPostsRoutes.check, ({ body }, _, { about }) => {
    about('posts');
    return posts.check(body.rows);
  });
  serve(http, orderPostsRoutes.take, async ({ body }, caller, context) => {
    const done = await context.transaction((tx) => posts.take(tx, caller, body));
    context.about('posts', `${done.taken.length} 条`);
    return done;
  });
}

function serveCalls(http: Http, { calling }: Hotline): void {
  serve(http, orderCallsRoutes.calls, (_, caller) => calling.list(caller));
  serve(http, orderCallsRoutes.callStream, (_, caller, { gone }) => calling.watch(caller, gone));
  serve(http, orderCallsRoutes.sit, ({ body }, caller, context) => {
    context.about('place');
    return asHouse(context, (tx) => calling.sit(tx, caller, body.extension));
  });
  serve(http, orderCallsRoutes.pretendCall, ({ body }, caller, { transaction, about }) => {
    about('call');
    return transaction((tx) => calling.pretend(tx, caller, body));
  });
  serve(http, orderCallsRoutes.callerOfCall, ({ params }, caller, { about }) => {
    about(`call:${params.call}`, '来电接听');
    return calling.card(caller, params.call);
  });
  serve(http, orderCallsRoutes.wrapUp, ({ params, body }, caller, { transaction, about }) => {
    about(`call:${params.call}`);
    return transaction((tx) => calling.wrapUp(tx, caller, { ...params, ...body }));
  });
}

function serveTelephone(http: Http, { calling }: Hotline): void {
  serve(http, telephoneRoutes.push, async ({ body }, _, { header }) => {
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    const timestamp = header('x-timestamp') ?? '';
    const signature = header('x-signature') ?? '';
    return {
      taken: await calling.push({ body: Buffer.concat(parts).toString('utf8'), timestamp, signature }),
    };
  });
}

function saying(say: string | undefined): { say?: string } {
  return say === undefined ? {} : { say };
}
