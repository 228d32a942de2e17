import { caseWorkRoutes, type DeskCase } from '@tongban/contract';
import { call } from '../../api/call.ts';
import { dayWords } from '../../clocks/moments.ts';
import type { Keyed } from '../queries.ts';

type Need = DeskCase['asks'][number]['need'];

/** What a plain act is written from; kept in the tab until it is sent. */
export type PlainValues = {
  readonly procedure: string;
  readonly days: number;
  readonly to: string;
  readonly need: Need;
  readonly verdict: 'approve' | 'decline';
  readonly reason: string;
};

type Seen = {
  readonly number: string;
  readonly version: number;
  readonly keyed: Keyed;
  readonly deskCase: DeskCase;
};

/** One act that needs no screen of its own: its words, its fields, and what it sends. */
export type PlainAct = {
  readonly title: string;
  readonly confirm: string;
  readonly lead: (deskCase: DeskCase) => string;
  readonly fields: readonly ('procedure' | 'days' | 'to' | 'need' | 'verdict')[];
  readonly procedures?: 'suspend' | 'extend';
  readonly openAsksOnly?: true;
  readonly danger?: true;
  /** The label of the reason; absent where none is asked for. */
  readonly reason?: string;
  readonly longest: number;
  readonly phrases: readonly string[];
  readonly send: (values: PlainValues, seen: Seen) => Promise<DeskCase>;
};

const fewest = 4;
const longest = 1000;

/** 办理: every act that is told by a few fields and a reason. */
export const plainActs = {
  'start-special-procedure': {
    title: '启动特别程序',
    confirm: '启动并告知申请人',
    lead: () => '启动后两个期限都停止计算，特别程序告知书会发给申请人。结束后的下一个工作日接着算。',
    fields: ['procedure'],
    procedures: 'suspend',
    reason: '为什么要进行',
    longest,
    phrases: ['需要到现场核查。', '需要请专家评审。', '需要检验、检测。', '需要举行听证。'],
    send: ({ procedure, reason }, { number, version, keyed }) => {
      const body = { version, procedure, reason: reason.trim() };
      return call(caseWorkRoutes.startProcedure, { params: { case: number }, body }, keyed(body));
    },
  },
  'end-special-procedure': {
    title: '结束特别程序',
    confirm: '结束，恢复计时',
    lead: ({ running }) =>
      running === undefined
        ? '结束后期限接着计算。'
        : `“${running.name}”从 ${dayWords(running.since)} 开始，应在 ${dayWords(running.dueOn)} 前结束。`,
    fields: [],
    reason: '结果',
    longest,
    phrases: ['核查完毕，情况属实。', '评审通过。', '检验合格。', '听证已结束。'],
    send: ({ reason }, { number, version, keyed }) => {
      const body = { version, result: reason.trim() };
      return call(caseWorkRoutes.endProcedure, { params: { case: number }, body }, keyed(body));
    },
  },
  'request-extension': {
    title: '申请延长期限',
    confirm: '报负责人批准',
    lead: () => '一件只能延长一次，要在期限届满前由负责人批准。批准后告知申请人。',
    fields: ['procedure', 'days'],
    procedures: 'extend',
    reason: '延长的理由',
    longest,
    phrases: ['情况复杂，需要进一步核实。', '需要其他单位协助核查。'],
    send: ({ procedure, days, reason }, { number, version, keyed }) => {
      const body = { version, procedure, days, reason: reason.trim() };
      return call(caseWorkRoutes.requestExtension, { params: { case: number }, body }, keyed(body));
    },
  },
  'decide-extension': {
    title: '延长期限的审批',
    confirm: '作出决定',
    lead: ({ extensionAsked: asked }) =>
      asked === undefined ? '' : `${asked.by} 申请延长 ${asked.days} 天：${asked.reason}`,
    fields: ['verdict'],
    reason: '意见（不批准时要写）',
    longest,
    phrases: ['理由不充分，按期办结。'],
    send: ({ verdict, reason }, { number, version, keyed }) => {
      const said = reason.trim();
      const body = { version, verdict, ...(said === '' ? {} : { reason: said }) };
      return call(caseWorkRoutes.decideExtension, { params: { case: number }, body }, keyed(body));
    },
  },
  return: {
    title: '退回办结',
    confirm: '退回申请',
    lead: () => '申请退给申请人，这件办结。缺材料的不要退回，用一次性告知。十秒内可以撤回。',
    fields: [],
    danger: true,
    reason: '退回的理由',
    longest,
    phrases: ['同一事项已有办件正在办理，重复申请。', '申请人要求退回。'],
    send: ({ reason }, { number, version, keyed }) => {
      const body = { version, reason: reason.trim() };
      return call(caseWorkRoutes.giveBack, { params: { case: number }, body }, keyed(body));
    },
  },
  forward: {
    title: '转报办结',
    confirm: '转报并告知申请人',
    lead: () => '这件转给有权办理的单位，在本单位办结。申请人会看到转到了哪里。十秒内可以撤回。',
    fields: ['to'],
    danger: true,
    reason: '转报的理由',
    longest,
    phrases: ['按管辖应由该单位办理。'],
    send: ({ to, reason }, { number, version, keyed }) => {
      const body = { version, to: to.trim(), reason: reason.trim() };
      return call(caseWorkRoutes.forward, { params: { case: number }, body }, keyed(body));
    },
  },
  ask: {
    title: '请申请人配合',
    confirm: '发给申请人',
    lead: () => '期限照常计算，办件照常往下走。',
    fields: ['need'],
    reason: '请申请人做什么，写清时间、地点、带什么',
    longest: 300,
    phrases: ['带上原件到窗口核验。', '到窗口采集指纹和照片。'],
    send: ({ need, reason }, { number, version, keyed }) => {
      const body = { version, need, detail: reason.trim() };
      return call(caseWorkRoutes.ask, { params: { case: number }, body }, keyed(body));
    },
  },
  'settle-ask': {
    title: '申请人已配合',
    confirm: '登记',
    lead: ({ asks }) => asks.map(({ detail }) => detail).join('；'),
    fields: ['need'],
    openAsksOnly: true,
    longest: 300,
    phrases: [],
    send: ({ need }, { number, version, keyed }) => {
      const body = { version, need };
      return call(caseWorkRoutes.settleAsk, { params: { case: number }, body }, keyed(body));
    },
  },
} as const satisfies Readonly<Record<string, PlainAct>>;

/** What a plain act begins with: the first procedure it may use, and nothing written. */
export function emptyPlain({ procedures }: PlainAct, { procedures: known, asks }: DeskCase): PlainValues {
  const [first] = known.filter(({ type }) => type === procedures);
  return {
    procedure: first?.id ?? '',
    days: first?.days ?? 1,
    to: '',
    need: asks[0]?.need ?? 'visit',
    verdict: 'approve',
    reason: '',
  };
}

/** What is still missing, in words; undefined when the act may be sent. */
export function findPlainGap(plain: PlainAct, values: PlainValues, deskCase: DeskCase): string | undefined {
  const { fields } = plain;
  if (fields.includes('to') && values.to.trim().length < 2) return '写明转到哪个单位';
  if (fields.includes('procedure') && values.procedure === '') return '这个事项没有可用的程序';
  if (fields.includes('days')) {
    const most = deskCase.procedures.find(({ id }) => id === values.procedure)?.days ?? 0;
    if (values.days < 1 || values.days > most) return `延长 1 到 ${most} 天`;
  }
  return needsReason(plain, values) && values.reason.trim().length < fewest
    ? '写明理由，至少 4 个字'
    : undefined;
}

function needsReason({ reason, fields }: PlainAct, { verdict }: PlainValues): boolean {
  return reason !== undefined && !(fields.includes('verdict') && verdict === 'approve');
}
