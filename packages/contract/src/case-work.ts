import Type from 'typebox';
import { CaseNumber } from './cases.ts';
import { DeskCase } from './desk.ts';
import { rawReply, route } from './route.ts';
import { closed, Id } from './words.ts';

const work = { roles: ['clerk', 'approver'], scope: 'assigned' } as const;
const review = { roles: ['approver'], scope: 'assigned' } as const;
const AtCase = Type.Object({ case: CaseNumber }, closed);
const Version = Type.Integer({ minimum: 0, description: '看到的版本；与现在不同则 409' });
const Reason = Type.String({ minLength: 4, maxLength: 1000 });

/** 办理: what a reviewer or a head may do besides passing a step and deciding. */
export const caseWorkRoutes = {
  startProcedure: route({
    method: 'POST',
    path: '/desk/cases/:case/special-procedures',
    access: review,
    summary: 'Start a special procedure that stops both clocks; the applicant is told in writing',
    params: AtCase,
    body: Type.Object(
      { version: Version, procedure: Type.String({ maxLength: 60 }), reason: Reason },
      closed,
    ),
    reply: DeskCase,
    audit: 'cases.start-procedure',
  }),
  endProcedure: route({
    method: 'POST',
    path: '/desk/cases/:case/special-procedure-results',
    access: review,
    summary: 'End the special procedure with its result; the clocks go on the next working day',
    params: AtCase,
    body: Type.Object({ version: Version, result: Reason }, closed),
    reply: DeskCase,
    audit: 'cases.end-procedure',
  }),
  requestExtension: route({
    method: 'POST',
    path: '/desk/cases/:case/extension-requests',
    access: review,
    summary: 'Ask the head for more days, once, before the limit ends',
    params: AtCase,
    body: Type.Object(
      {
        version: Version,
        procedure: Type.String({ maxLength: 60 }),
        days: Type.Integer({ minimum: 1, maximum: 60 }),
        reason: Reason,
      },
      closed,
    ),
    reply: DeskCase,
    audit: 'cases.request-extension',
  }),
  decideExtension: route({
    method: 'POST',
    path: '/desk/cases/:case/extension-decisions',
    access: review,
    summary: 'The head approves or declines the extension; when approved the applicant is told in writing',
    params: AtCase,
    body: Type.Object(
      { version: Version, verdict: Type.Enum(['approve', 'decline']), reason: Type.Optional(Reason) },
      closed,
    ),
    reply: DeskCase,
    audit: 'cases.decide-extension',
  }),
  giveBack: route({
    method: 'POST',
    path: '/desk/cases/:case/returns',
    access: review,
    summary: 'Close the case by returning the application, with the reason (退回办结)',
    params: AtCase,
    body: Type.Object({ version: Version, reason: Reason }, closed),
    reply: DeskCase,
    audit: 'cases.return',
  }),
  forward: route({
    method: 'POST',
    path: '/desk/cases/:case/forwards',
    access: review,
    summary: 'Hand the case to the office that is competent (转报办结)',
    params: AtCase,
    body: Type.Object(
      { version: Version, to: Type.String({ minLength: 2, maxLength: 80 }), reason: Reason },
      closed,
    ),
    reply: DeskCase,
    audit: 'cases.forward',
  }),
  ask: route({
    method: 'POST',
    path: '/desk/cases/:case/asks',
    access: work,
    summary: 'Ask the applicant to pay, to come or to confirm; the case goes on meanwhile',
    params: AtCase,
    body: Type.Object(
      {
        version: Version,
        need: Type.Enum(['pay', 'visit', 'confirm']),
        detail: Type.String({ minLength: 4, maxLength: 300 }),
      },
      closed,
    ),
    reply: DeskCase,
    audit: 'cases.ask',
  }),
  settleAsk: route({
    method: 'POST',
    path: '/desk/cases/:case/ask-settlements',
    access: work,
    summary: 'The applicant has done what was asked',
    params: AtCase,
    body: Type.Object({ version: Version, need: Type.Enum(['pay', 'visit', 'confirm']) }, closed),
    reply: DeskCase,
    audit: 'cases.settle-ask',
  }),
  undo: route({
    method: 'POST',
    path: '/desk/cases/:case/undos',
    access: work,
    summary: 'Take back my decision, or what else I sent, while it is still held (10 seconds)',
    params: AtCase,
    body: Type.Object({ held: Id }, closed),
    reply: DeskCase,
    audit: 'cases.undo',
  }),
  licencePhoto: route({
    method: 'POST',
    path: '/desk/cases/:case/licence-uses',
    access: work,
    summary:
      'The portrait on a licence laid in a case I hold, to compare with; its holder sees that I looked',
    params: AtCase,
    body: Type.Object({ licence: Id }, closed),
    reply: rawReply('image/png', 'image/jpeg'),
    repeatable: true,
    audit: 'cases.licence-photo',
  }),
  reprint: route({
    method: 'POST',
    path: '/desk/cases/:case/reprints',
    access: { roles: ['clerk'], scope: 'assigned' },
    summary: 'Print a paper of the case again; the reason is kept',
    params: AtCase,
    body: Type.Object({ document: Id, reason: Type.String({ minLength: 2, maxLength: 200 }) }, closed),
    reply: DeskCase,
    audit: 'cases.reprint',
  }),
};
