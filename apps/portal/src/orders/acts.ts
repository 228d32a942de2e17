import { type OwnOrder, ordersRoutes } from '@tongban/contract';
import { first } from '../address.ts';
import { sendFiles } from '../apply/sending.ts';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { type ActWords, actPage } from './act-page.tsx';
import { getOrder } from './order-page.tsx';

type Say = Visit['say'];
type OrderAct = {
  readonly may: OwnOrder['may'][number];
  readonly words: (say: Say) => ActWords;
  readonly send: (visit: Visit, written: string) => Promise<unknown>;
};
const at = ({ params }: Visit) => ({ params: { order: params.order ?? '' } });
const said = (written: string) => (written === '' ? {} : { say: written });

/** 催一催. */
const urge: OrderAct = {
  may: 'urge',
  words: (say) => ({
    title: say('催一催', 'Ask us to hurry'),
    lead: say('一天可以催一次，办理的单位马上看得到。', 'Once a day; whoever handles it sees it at once.'),
    label: say('有什么急事（可以不填）', 'What is urgent (optional)'),
    send: say('催办', 'Send'),
  }),
  send: (visit, written) => visit.call(ordersRoutes.urge, { ...at(visit), body: said(written) }),
};
/** 没有解决. */
const notSolved: OrderAct = {
  may: 'not-solved',
  words: (say) => ({
    title: say('哪里没有解决？', 'What is not solved?'),
    lead: say('会退回重新办，重新计算答复的日子。', 'It goes back to be done again, with days of its own.'),
    label: say('还差什么', 'What is missing'),
    send: say('没有解决，重新办', 'Send it back'),
  }),
  send: (visit, written) =>
    visit.call(ordersRoutes.solved, { ...at(visit), body: { solved: false, ...said(written) } }),
};
/** 重新办. */
const reopen: OrderAct = {
  may: 'reopen',
  words: (say) => ({
    title: say('重新办这一件', 'Open it again'),
    lead: say('办结后发现没有解决，写明还差什么。', 'It turned out not to be solved: say what is missing.'),
    label: say('还差什么', 'What is missing'),
    send: say('重新办', 'Open it again'),
    needed: say('写一句还差什么，再提交', 'Say what is missing, then send'),
  }),
  send: (visit, written) => visit.call(ordersRoutes.reopen, { ...at(visit), body: { say: written } }),
};
/** 撤回. */
const withdraw: OrderAct = {
  may: 'withdraw',
  words: (say) => ({
    title: say('撤回这一件？', 'Take it back?'),
    lead: say('撤回后不再办，也不答复。', 'It is neither handled nor answered any more.'),
    label: say('为什么（可以不填）', 'Why (optional)'),
    send: say('撤回', 'Take it back'),
    danger: true,
  }),
  send: (visit, written) =>
    visit.call(ordersRoutes.withdraw, { ...at(visit), body: written === '' ? {} : { reason: written } }),
};
/** 补附件. */
const attach: OrderAct = {
  may: 'attach',
  words: (say) => ({
    title: say('补附件', 'Add files'),
    lead: say(
      '照片或 PDF，一次最多 9 个，合起来不超过 20 MB。',
      'Photos or PDF, at most 9, together up to 20 MB.',
    ),
    label: say('选文件', 'Choose files'),
    send: say('上传', 'Upload'),
    files: true,
    needed: say('先选照片或 PDF，再按上传', 'Choose photos or a PDF first'),
  }),
  async send(visit) {
    const { files, refused } = await sendFiles(visit, visit.request.files ?? []);
    const body = { files: [...files] };
    if (files.length > 0) await visit.call(ordersRoutes.attach, { ...at(visit), body });
    return refused;
  },
};

export const showUrge = (visit: Visit) => showAct(visit, urge);
export const takeUrge = (visit: Visit) => takeAct(visit, urge);
export const showReopen = (visit: Visit) => showAct(visit, reopen);
export const takeReopen = (visit: Visit) => takeAct(visit, reopen);
export const showWithdraw = (visit: Visit) => showAct(visit, withdraw);
export const takeWithdraw = (visit: Visit) => takeAct(visit, withdraw);
export const showAttach = (visit: Visit) => showAct(visit, attach);
export const takeAttach = (visit: Visit) => takeAct(visit, attach);
export const showVerdict = (visit: Visit) => showAct(visit, notSolved);

/** 解决了吗: yes at once; no is asked what is missing. */
export async function takeVerdict(visit: Visit): Promise<PageAnswer> {
  if (first(visit.request.form, 'solved') !== 'yes') return takeAct(visit, notSolved);
  await visit.call(ordersRoutes.solved, { ...at(visit), body: { solved: true } });
  return leadTo(visit, hereOf(visit));
}

async function showAct(visit: Visit, act: OrderAct): Promise<PageAnswer> {
  const order = await getOrder(visit);
  return order.may.includes(act.may)
    ? actPage(visit, { order, words: act.words(visit.say), faults: [] })
    : leadTo(visit, hereOf(visit));
}

async function takeAct(visit: Visit, act: OrderAct): Promise<PageAnswer> {
  const words = act.words(visit.say);
  const written = (first(visit.request.form, 'say') ?? '').trim().slice(0, 2000);
  const isEmpty = words.files === true ? (visit.request.files ?? []).length === 0 : written === '';
  const again = async (faults: { id: string; message: string }[]) =>
    actPage(visit, { order: await getOrder(visit), words, faults });
  if (words.needed !== undefined && isEmpty) return again([{ id: 'say', message: words.needed }]);
  try {
    const refused = await act.send(visit, written);
    if (!Array.isArray(refused) || refused.length === 0) return leadTo(visit, hereOf(visit));
    return again(refused.map((message) => ({ id: 'say', message: String(message) })));
  } catch (error) {
    return again(faultsFrom(error, 'say'));
  }
}

function hereOf({ params }: Visit): string {
  return `/orders/${params.order ?? ''}`;
}
