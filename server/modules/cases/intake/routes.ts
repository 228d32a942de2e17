import { intakeRoutes, type Sitting } from '@tongban/contract';
import { type Context, type Http, serve } from '../../../platform/index.ts';
import type { Access } from '../access/access.ts';
import type { Intake } from './intake.ts';
import { purpose } from './parts.ts';
import { sentences } from './sentences.ts';

/** Names in the audit whose data this was about, and why. */
function naming({ about }: Context) {
  return (sitting: Sitting): Sitting => {
    about(`person:${sitting.person.personId}`, purpose);
    return sitting;
  };
}

type Served = { intake: Intake; access: Pick<Access, 'sawPerson'> };

/** Serves 综合受理. */
export function serveIntake(http: Http, { intake, access }: Served): void {
  http.addSentences(sentences);
  serveVisits(http, { intake, access });
  serveWork(http, intake);
  serve(http, intakeRoutes.askConfirmation, ({ params, body }, caller, context) =>
    context
      .transaction((tx) => intake.askConfirmation(tx, caller, { ...params, ...body }))
      .then(naming(context)),
  );
  serve(http, intakeRoutes.file, ({ params }, caller, context) =>
    context.transaction((tx) => intake.file(tx, caller, params)).then(naming(context)),
  );
}

function serveVisits(http: Http, { intake, access }: Served): void {
  serve(http, intakeRoutes.begin, ({ body }, caller, context) =>
    context
      .transaction(async (tx) => {
        const sitting = await intake.begin(tx, caller, body);
        await access.sawPerson(tx, caller, sitting.person.personId);
        return sitting;
      })
      .then(naming(context)),
  );
  serve(http, intakeRoutes.beginFromTicket, ({ body }, caller, context) =>
    context
      .transaction(async (tx) => {
        const sitting = await intake.beginFromTicket(tx, caller, body.ticket);
        await access.sawPerson(tx, caller, sitting.person.personId);
        return sitting;
      })
      .then(naming(context)),
  );
  serve(http, intakeRoutes.get, ({ params }, caller, context) =>
    context.transaction((tx) => intake.get(tx, caller, params)).then(naming(context)),
  );
  serve(http, intakeRoutes.current, async (_, caller, context) => {
    const { sitting } = await context.transaction((tx) => intake.current(tx, caller));
    return sitting === undefined ? {} : { sitting: naming(context)(sitting) };
  });
  serve(http, intakeRoutes.changes, ({ params }, caller, { gone }) => intake.follow(caller, params, gone));
  serve(http, intakeRoutes.document, async ({ params }, caller, { transaction, about }) => {
    about(`sitting:${params.sitting}`, purpose);
    const { name, bytes } = await transaction((tx) => intake.document(tx, caller, params));
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
  serve(http, intakeRoutes.end, ({ params }, caller, context) =>
    context.transaction((tx) => intake.end(tx, caller, params)).then(naming(context)),
  );
}

function serveWork(http: Http, intake: Intake): void {
  serve(http, intakeRoutes.addItem, ({ params, body }, caller, context) =>
    context.transaction((tx) => intake.addItem(tx, caller, { ...params, ...body })).then(naming(context)),
  );
  serve(http, intakeRoutes.dropItem, ({ params }, caller, context) =>
    context.transaction((tx) => intake.dropItem(tx, caller, params)).then(naming(context)),
  );
  serve(http, intakeRoutes.saveValues, ({ params, body }, caller, context) =>
    context.transaction((tx) => intake.saveValues(tx, caller, { ...params, ...body })).then(naming(context)),
  );
  serve(http, intakeRoutes.saveAnswers, ({ params, body }, caller, context) =>
    context.transaction((tx) => intake.saveAnswers(tx, caller, { ...params, ...body })).then(naming(context)),
  );
  serve(http, intakeRoutes.lay, ({ params, body }, caller, context) =>
    context.transaction((tx) => intake.lay(tx, caller, { ...params, ...body })).then(naming(context)),
  );
  serve(http, intakeRoutes.mark, ({ params, body }, caller, { transaction, about }) => {
    about(`sitting:${params.sitting}`, purpose);
    return transaction((tx) => intake.mark(tx, caller, { ...params, ...body }));
  });
  serve(http, intakeRoutes.marks, ({ params }, caller, { transaction, about }) => {
    about(`sitting:${params.sitting}`, purpose);
    return transaction((tx) => intake.marks(tx, caller, params));
  });
}
