import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { TaskRow } from './desk.ts';
import { BulkResult, listed, severalCases } from './lists.ts';
import { route } from './route.ts';
import { closed, Day, Id } from './words.ts';

const dispatcher = { roles: ['dispatcher', 'supervisor'], scope: 'branch' } as const;

/** 人员负荷: who can take cases now, with what is open in their hands. */
export const Load = Type.Object(
  {
    person: Id,
    name: Type.String(),
    role: Type.String(),
    office: Type.String(),
    open: Type.Integer(),
    red: Type.Integer(),
    yellow: Type.Integer(),
    absent: Type.Optional(Type.Object({ from: Day, until: Day, reason: Type.String() }, closed)),
  },
  closed,
);
export type Load = Static<typeof Load>;

/** 分派规则: one rule as it stands in content, with how often it was used today. */
export const DispatchRule = Type.Object(
  { id: Type.String(), say: Type.String(), used: Type.Integer({ description: '今天用了几次' }) },
  closed,
);
export type DispatchRule = Static<typeof DispatchRule>;

/** 分派台: what waits, who can take it, and why cases went where they went. */
export const DispatchBoard = Type.Object(
  {
    unassigned: Type.Array(TaskRow),
    loads: Type.Array(Load),
    rules: Type.Array(DispatchRule),
    /** Hours a case may stand unassigned before it shows yellow, then red. */
    light: Type.Object({ yellowHours: Type.Number(), redHours: Type.Number() }, closed),
  },
  closed,
);
export type DispatchBoard = Static<typeof DispatchBoard>;

export const dispatchRoutes = {
  board: route({
    method: 'GET',
    path: '/desk/dispatch',
    access: dispatcher,
    summary: 'Unassigned cases, loads, absences and rules of my branch',
    reply: DispatchBoard,
  }),
  assign: route({
    method: 'POST',
    path: '/desk/assignments',
    access: dispatcher,
    summary: 'Give cases to a person, against the rules if need be, with the reason',
    body: Type.Object(
      { cases: severalCases, to: Id, reason: Type.String({ minLength: 2, maxLength: 200 }) },
      closed,
    ),
    reply: BulkResult,
    audit: 'dispatch.assign',
  }),
  preview: route({
    method: 'GET',
    path: '/desk/cases/:case/dispatch',
    access: listed,
    summary: 'To whom the rules would give this case now, and why',
    params: Type.Object({ case: CaseNumber }, closed),
    reply: Type.Object(
      { unit: Type.String(), person: Type.Optional(Type.String()), why: Type.String(), rule: Type.String() },
      closed,
    ),
  }),
  absent: route({
    method: 'PUT',
    path: '/desk/absences/:person',
    access: dispatcher,
    summary: 'Somebody is away; with `rebalance` their open cases go to the others',
    params: Type.Object({ person: Id }, closed),
    body: Type.Object(
      {
        from: Day,
        until: Day,
        reason: Type.String({ minLength: 1, maxLength: 60 }),
        rebalance: Type.Boolean(),
      },
      closed,
    ),
    reply: BulkResult,
    audit: 'dispatch.absent',
  }),
  present: route({
    method: 'DELETE',
    path: '/desk/absences/:person',
    access: dispatcher,
    summary: 'They are back',
    params: Type.Object({ person: Id }, closed),
    audit: 'dispatch.present',
  }),
};
