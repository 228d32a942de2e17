import { createHash } from 'node:crypto';
import { shanghaiDay } from '@tongban/kernel';
import type { CaseStory } from '../../cases/index.ts';

/** One file of a batch: its table on the national platform, its columns in order, and the rows. */
export type ExchangeTable = {
  readonly name: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
};

/** What stands in every row of a batch. */
export type Batch = { readonly batch: string; readonly at: Date; readonly source: string };

/** Whether the platform has been told of a case before: then its rows are updates. */
export type Told = CaseStory & { readonly toldBefore: boolean };

const sync = ['row_guid', 'cd_operation', 'cd_time', 'cd_batch', 'data_source'] as const;

/**
 * Column names of the national exchange tables, as far as they are known (UPSQL). A column that could not be read
 * anywhere is left out rather than guessed; the manifest of each batch names it.
 */
const columns = {
  up_pro_accept: [
    ...['project_no', 'apply_date', 'accept_date', 'accept_doc_no', 'apply_type', 'applyer_name'],
    ...['applyer_page_type', 'applyer_page_code', 'applyer_type', 'promise_date', 'task_version', 'org_code'],
  ],
  up_pro_process: [
    ...['project_no', 'process_name', 'event_name', 'event_start_time', 'event_end_time'],
    ...['handle_user_name', 'handle_explain'],
  ],
  up_pro_result: [
    ...['project_no', 'result_type', 'result_date', 'result_cetr_name', 'result_cetr_no'],
    'is_delivery_results',
  ],
  up_pro_special_procedure: [
    ...['project_no', 'special_type', 'special_name', 'special_reason', 'special_time', 'end_time', 'result'],
  ],
  up_pro_material: ['project_no', 'get_type', 'get_num', 'attach_name'],
} as const;

/** A table of the national platform that is written here. */
export type TableName = keyof typeof columns;
type Row = Readonly<Record<string, string>>;

/** 证件类型 111 居民身份证（GA/T 2000.156）; 服务对象 1 自然人; 办理形式 1 窗口、2 电脑端网办（GB/T 39046）. */
const codes = { citizenNumber: '111', naturalPerson: '1', hall: '1', web: '2' } as const;
const procedureTypes = { extend: '1', suspend: '2' } as const;

/** 上报国家平台: the rows of some cases for every table; rows of one case have the same ids in every batch. */
export function exchangeTables(stories: readonly Told[], batch: Batch): ExchangeTable[] {
  const names = Object.keys(columns) as TableName[];
  return names.map((name) => ({
    name,
    columns: [...sync, ...columns[name]],
    rows: stories.flatMap((story) =>
      rowsOf[name](story).map((row, at) => ({ ...synced(name, story, at, batch), ...row })),
    ),
  }));
}

const rowsOf: Readonly<Record<TableName, (story: CaseStory) => Row[]>> = {
  up_pro_accept: (story) => [
    {
      project_no: story.number,
      apply_date: compact(shanghaiDay(story.submittedAt)),
      accept_date: story.acceptedOn === undefined ? '' : compact(story.acceptedOn),
      accept_doc_no: story.acceptanceNumber ?? '',
      apply_type: codes[story.channel],
      applyer_name: story.applicant.name,
      applyer_page_type: codes.citizenNumber,
      applyer_page_code: story.applicant.citizenNumber,
      applyer_type: codes.naturalPerson,
      promise_date: story.promisedDays === undefined ? '' : String(story.promisedDays),
      task_version: story.edition,
      org_code: story.officeCode,
    },
  ],
  up_pro_process: (story) =>
    story.steps.map((step) => ({
      project_no: story.number,
      process_name: step.name,
      event_name: step.event === 'passed' ? '通过' : '退回',
      event_start_time: moment(step.startedAt),
      event_end_time: moment(step.endedAt),
      handle_user_name: step.by,
      handle_explain: step.explain,
    })),
  up_pro_result: ({ number, result }) =>
    result === undefined
      ? []
      : [
          {
            project_no: number,
            result_type: result.granted ? '准予' : '不予',
            result_date: compact(shanghaiDay(result.at)),
            result_cetr_name: result.name,
            result_cetr_no: result.number ?? '',
            is_delivery_results: result.delivered ? '1' : '0',
          },
        ],
  up_pro_special_procedure: (story) =>
    story.procedures.map((one) => ({
      project_no: story.number,
      special_type: procedureTypes[one.type],
      special_name: one.name,
      special_reason: one.reason,
      special_time: moment(one.startedAt),
      end_time: one.endedAt === undefined ? '' : moment(one.endedAt),
      result: one.result ?? '',
    })),
  up_pro_material: (story) =>
    story.materials.map(({ name, met, files }) => ({
      project_no: story.number,
      get_type: met,
      get_num: String(files.length),
      attach_name: files.length === 0 ? name : files.join(';'),
    })),
};

function synced(name: TableName, story: Told, at: number, { batch, at: now, source }: Batch): Row {
  return {
    row_guid: guidOf(`${name}|${story.caseId}|${at}`),
    cd_operation: story.toldBefore ? 'U' : 'I',
    cd_time: moment(now.toISOString()),
    cd_batch: batch,
    data_source: source,
  };
}

/** An id that is always the same for the same row. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** YYYYMMDD (GB/T 39046). */
function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** YYYYMMDDThhmmss in Shanghai (GB/T 39046). */
function moment(iso: string): string {
  const local = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString();
  return local.slice(0, 19).replaceAll(/[-:]/g, '');
}
