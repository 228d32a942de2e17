import type { Words } from '@tongban/contract';

/** What the words of a paper are filled with; each paper uses what its act knows. */
export type PaperFacts = {
  item: string;
  result: string;
  caseNumber: string;
  office: string;
  phone: string;
  receivedOn: string;
  answerBy: string;
  /** 承诺期限 in words, e.g. 10 个工作日. */
  promise: string;
  dueOn: string;
  replyBy: string;
  reason: string;
  basis: string;
  /** 特别程序 or 延长: its name and how long. */
  procedure?: string;
  days?: string;
};

/** 文书样式: title and words of one paper. Reason and basis stand as rows; `remedies` adds what can be done against it. */
export type PaperForm = {
  title: Words;
  paragraphs: readonly string[];
  rows: readonly { label: string; fact: Exclude<keyof PaperFacts, 'procedure' | 'days'> }[];
  closing: readonly string[];
  remedies: boolean;
};

const common = [
  { label: '事项', fact: 'item' },
  { label: '办件编号', fact: 'caseNumber' },
] as const;
const refusal = [
  { label: '理由', fact: 'reason' },
  { label: '依据', fact: 'basis' },
] as const;
const help = '凭办件编号可以在网上查看进度，也可以打 {phone} 询问。';

/** 八种文书: every paper a case can bring forth, in the order of its course; the decision has two faces. */
export const PAPERS = {
  receipt: {
    title: { zh: '收件凭证', en: 'Receipt of application' },
    paragraphs: [
      '您申请的“{item}”，我们已于{receivedOn}收到，收到的材料列在下面。',
      '我们会在{answerBy}前告诉您是否受理。材料要补的，我们一次说清。',
    ],
    rows: [...common, { label: '收件日期', fact: 'receivedOn' }],
    closing: ['本凭证证明收到了申请材料，不表示已经受理。', help],
    remedies: false,
  },
  acceptance: {
    title: { zh: '受理通知书', en: 'Notice of acceptance' },
    paragraphs: ['您申请的“{item}”材料齐全，符合规定形式，决定受理。', '办理时间从受理的第二天起算。'],
    rows: [...common, { label: '承诺期限', fact: 'promise' }, { label: '最晚办好', fact: 'dueOn' }],
    closing: [help],
    remedies: false,
  },
  correction: {
    title: { zh: '补正告知书', en: 'One-time notice of corrections' },
    paragraphs: [
      '您申请的“{item}”还有材料要补。要补的全部列在下面，不会再次要求补其他材料。',
      '在{replyBy}前补齐。补齐后我们接着办。',
    ],
    rows: [...common, { label: '补正期限', fact: 'replyBy' }],
    closing: ['到期没有补的，本次申请停止办理，您可以重新申请。', help],
    remedies: false,
  },
  'non-acceptance': {
    title: { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
    paragraphs: ['您申请的“{item}”，经核对，决定不予受理。'],
    rows: [...common, ...refusal],
    closing: [help],
    remedies: true,
  },
  'special-procedure': {
    title: { zh: '特别程序告知书', en: 'Notice of a special procedure' },
    paragraphs: [
      '您申请的“{item}”需要进行{procedure}，最长{days}。',
      '这段时间不计入办理期限，结束后接着计算。',
    ],
    rows: [...common, { label: '原因', fact: 'reason' }, { label: '预计恢复', fact: 'dueOn' }],
    closing: [help],
    remedies: false,
  },
  extension: {
    title: { zh: '延长期限告知书', en: 'Notice of an extended limit' },
    paragraphs: ['您申请的“{item}”不能在原定期限内办完。经本机关负责人批准，延长{days}。'],
    rows: [...common, { label: '延长的理由', fact: 'reason' }, { label: '延长后最晚办好', fact: 'dueOn' }],
    closing: [help],
    remedies: false,
  },
  grant: {
    title: { zh: '准予决定书', en: 'Decision to grant' },
    paragraphs: ['您申请的“{item}”，经审查符合规定，决定准予。', '办理结果：{result}。'],
    rows: [...common, { label: '依据', fact: 'basis' }],
    closing: [help],
    remedies: false,
  },
  refusal: {
    title: { zh: '不予决定书', en: 'Decision to refuse' },
    paragraphs: ['您申请的“{item}”，经审查，决定不予准许。'],
    rows: [...common, ...refusal],
    closing: [help],
    remedies: true,
  },
  collection: {
    title: { zh: '领取凭证', en: 'Collection slip' },
    paragraphs: [
      '您申请的“{item}”已经办好，可以领取“{result}”。',
      '凭本凭证和身份证到{office}出件窗口领取。',
    ],
    rows: [...common, { label: '领取的证件', fact: 'result' }, { label: '领取地点', fact: 'office' }],
    closing: [help],
    remedies: false,
  },
} as const satisfies Record<string, PaperForm>;

export type PaperKind = keyof typeof PAPERS;

/** Puts the facts into the words of a paper. */
export function fillWords(text: string, facts: PaperFacts): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (_, fact: keyof PaperFacts) => facts[fact] ?? '');
}
