import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { queues, TaskRow } from './desk.ts';
import { rawReply, route } from './route.ts';
import { closed, Day, Id, ItemId, Moment } from './words.ts';

const dispatcher = { roles: ['dispatcher', 'supervisor'], scope: 'branch' } as const;
const lists = { roles: ['clerk', 'approver', 'dispatcher', 'supervisor'], scope: 'branch' } as const;

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

/** 批量结果: what happened to each case of a bulk act; one failure never stops the others. */
export const BulkResult = Type.Object(
  {
    done: Type.Array(CaseNumber),
    failed: Type.Array(Type.Object({ case: CaseNumber, why: Type.String() }, closed)),
  },
  closed,
);
export type BulkResult = Static<typeof BulkResult>;

/** 筛选: how a list is narrowed. Everything is optional; absent means all. */
export const ListFilter = Type.Object(
  {
    queue: Type.Optional(Type.Enum([...queues])),
    q: Type.Optional(
      Type.String({ maxLength: 60, description: '办件编号的开头、事项名称，或完整的身份证号' }),
    ),
    items: Type.Optional(Type.Array(ItemId, { maxItems: 70 })),
    /** Of open cases; closed ones have no light. */
    lights: Type.Optional(Type.Array(Type.Enum(['green', 'yellow', 'red']))),
    holder: Type.Optional(Type.String({ maxLength: 40, description: '人员 id，或 me、nobody' })),
    dueBy: Type.Optional(Day),
    submittedFrom: Type.Optional(Day),
    submittedTo: Type.Optional(Day),
    office: Type.Optional(Type.String({ maxLength: 60, description: '机构 id' })),
  },
  closed,
);
export type ListFilter = Static<typeof ListFilter>;

/** 列: the columns a list can show. */
export const columns = [
  'case',
  'item',
  'applicant',
  'state',
  'clock',
  'submittedAt',
  'holder',
  'office',
  'step',
] as const;

/** 我的视图: a saved filter with its columns. */
export const SavedView = Type.Object(
  {
    view: Id,
    name: Type.String({ minLength: 1, maxLength: 20 }),
    filter: ListFilter,
    columns: Type.Array(Type.Enum([...columns])),
    count: Type.Optional(Type.Integer({ description: '现在有多少件，最多数到 1000' })),
  },
  closed,
);
export type SavedView = Static<typeof SavedView>;
const NewView = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 20 }),
    filter: ListFilter,
    columns: Type.Array(Type.Enum([...columns]), { minItems: 1 }),
  },
  closed,
);
const Cases = Type.Array(CaseNumber, { minItems: 1, maxItems: 100 });

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
      { cases: Cases, to: Id, reason: Type.String({ minLength: 2, maxLength: 200 }) },
      closed,
    ),
    reply: BulkResult,
    audit: 'dispatch.assign',
  }),
  preview: route({
    method: 'GET',
    path: '/desk/cases/:case/dispatch',
    access: lists,
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

export const listRoutes = {
  search: route({
    method: 'POST',
    path: '/desk/case-lists',
    access: lists,
    summary: 'Cases of my branch by filter, the most urgent first',
    body: Type.Object(
      {
        filter: ListFilter,
        after: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    reply: Type.Object(
      {
        tasks: Type.Array(TaskRow),
        total: Type.Integer({ description: '最多数到 1000' }),
        next: Type.Optional(Type.String()),
      },
      closed,
    ),
    repeatable: true,
    audit: 'cases.list',
  }),
  counts: route({
    method: 'GET',
    path: '/desk/queue-counts',
    access: lists,
    summary: 'How many cases stand in each queue, each counted to 1000',
    reply: Type.Record(Type.String(), Type.Integer()),
  }),
  views: route({
    method: 'GET',
    path: '/desk/views',
    access: lists,
    summary: 'My saved views with their counts',
    reply: Type.Array(SavedView),
  }),
  saveView: route({
    method: 'POST',
    path: '/desk/views',
    access: lists,
    summary: 'Save a filter with its columns under a name (at most 20)',
    body: NewView,
    reply: Type.Array(SavedView),
    status: 201,
    audit: 'cases.save-view',
  }),
  changeView: route({
    method: 'PUT',
    path: '/desk/views/:view',
    access: lists,
    summary: 'Change a saved view',
    params: Type.Object({ view: Id }, closed),
    body: NewView,
    reply: Type.Array(SavedView),
    audit: 'cases.save-view',
  }),
  dropView: route({
    method: 'DELETE',
    path: '/desk/views/:view',
    access: lists,
    summary: 'Drop a saved view',
    params: Type.Object({ view: Id }, closed),
    reply: Type.Array(SavedView),
    audit: 'cases.drop-view',
  }),
  bulkClaim: route({
    method: 'POST',
    path: '/desk/bulk-claims',
    access: { roles: ['clerk', 'approver'], scope: 'branch' },
    summary: 'Take several cases into my hands',
    body: Type.Object({ cases: Cases }, closed),
    reply: BulkResult,
    audit: 'cases.bulk-claim',
  }),
  bulkPass: route({
    method: 'POST',
    path: '/desk/bulk-decisions',
    access: { roles: ['clerk', 'approver'], scope: 'assigned' },
    summary: 'Pass my step or grant several cases whose edition allows it and whose points are all in order',
    body: Type.Object({ cases: Cases, note: Type.String({ minLength: 2, maxLength: 500 }) }, closed),
    reply: BulkResult,
    audit: 'cases.bulk-decide',
  }),
  exportStart: route({
    method: 'POST',
    path: '/desk/exports',
    access: lists,
    summary: 'Make an Excel file of a filtered list in the background (at most 20,000 rows, persons masked)',
    body: Type.Object(
      { filter: ListFilter, columns: Type.Array(Type.Enum([...columns]), { minItems: 1 }) },
      closed,
    ),
    reply: Type.Object({ export: Id }, closed),
    status: 202,
    audit: 'cases.export',
  }),
  exportState: route({
    method: 'GET',
    path: '/desk/exports/:export',
    access: lists,
    summary: 'How far my export is',
    params: Type.Object({ export: Id }, closed),
    reply: Type.Object(
      {
        state: Type.Enum(['running', 'ready', 'failed']),
        rows: Type.Integer(),
        total: Type.Integer(),
        madeAt: Type.Optional(Moment),
      },
      closed,
    ),
  }),
  exportFile: route({
    method: 'GET',
    path: '/desk/exports/:export/file',
    access: lists,
    summary: 'My export as an Excel file, kept for a day',
    params: Type.Object({ export: Id }, closed),
    reply: rawReply('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    audit: 'cases.export-file',
  }),
  bulkPrint: route({
    method: 'POST',
    path: '/desk/bulk-prints',
    access: lists,
    summary: 'One PDF with the newest paper of each case, to print',
    body: Type.Object({ cases: Cases }, closed),
    reply: rawReply('application/pdf'),
    repeatable: true,
    audit: 'cases.bulk-print',
  }),
};
