import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { queues, TaskRow } from './desk.ts';
import { rawReply, route } from './route.ts';
import { closed, Day, Id, ItemId, Moment } from './words.ts';

/** Who works from lists of cases. */
export const listed = { roles: ['clerk', 'approver', 'dispatcher', 'supervisor'], scope: 'branch' } as const;

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
/** 批量: as many cases as one act takes. */
export const severalCases = Type.Array(CaseNumber, { minItems: 1, maxItems: 100 });

export const listRoutes = {
  search: route({
    method: 'POST',
    path: '/desk/case-lists',
    access: listed,
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
    access: listed,
    summary: 'How many cases stand in each queue, each counted to 1000',
    reply: Type.Record(Type.String(), Type.Integer()),
  }),
  views: route({
    method: 'GET',
    path: '/desk/views',
    access: listed,
    summary: 'My saved views with their counts',
    reply: Type.Array(SavedView),
  }),
  saveView: route({
    method: 'POST',
    path: '/desk/views',
    access: listed,
    summary: 'Save a filter with its columns under a name (at most 20)',
    body: NewView,
    reply: Type.Array(SavedView),
    status: 201,
    audit: 'cases.save-view',
  }),
  changeView: route({
    method: 'PUT',
    path: '/desk/views/:view',
    access: listed,
    summary: 'Change a saved view',
    params: Type.Object({ view: Id }, closed),
    body: NewView,
    reply: Type.Array(SavedView),
    audit: 'cases.save-view',
  }),
  dropView: route({
    method: 'DELETE',
    path: '/desk/views/:view',
    access: listed,
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
    body: Type.Object({ cases: severalCases }, closed),
    reply: BulkResult,
    audit: 'cases.bulk-claim',
  }),
  bulkPass: route({
    method: 'POST',
    path: '/desk/bulk-decisions',
    access: { roles: ['clerk', 'approver'], scope: 'assigned' },
    summary: 'Pass my step or grant several cases whose edition allows it and whose points are all in order',
    body: Type.Object({ cases: severalCases, note: Type.String({ minLength: 2, maxLength: 500 }) }, closed),
    reply: BulkResult,
    audit: 'cases.bulk-decide',
  }),
  exportStart: route({
    method: 'POST',
    path: '/desk/exports',
    access: listed,
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
    access: listed,
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
    access: listed,
    summary: 'My export as an Excel file, kept for a day',
    params: Type.Object({ export: Id }, closed),
    reply: rawReply('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    audit: 'cases.export-file',
  }),
  bulkPrint: route({
    method: 'POST',
    path: '/desk/bulk-prints',
    access: listed,
    summary: 'One PDF with the newest paper of each case, to print',
    body: Type.Object({ cases: severalCases }, closed),
    reply: rawReply('application/pdf'),
    repeatable: true,
    audit: 'cases.bulk-print',
  }),
};
