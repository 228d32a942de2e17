import type { Words } from '@tongban/kernel';
import type { Action, ActionOf, ActionType } from './actions.ts';
import { dayWords, NEED_WORDS } from './citizen-words.ts';
import type { Need } from './state.ts';

const SETTLED_WORDS: Readonly<Record<Need, Words>> = {
  pay: { zh: '已缴费', en: 'Payment received' },
  visit: { zh: '您已到窗口办理', en: 'You came to the counter' },
  confirm: { zh: '您已确认信息', en: 'You confirmed your details' },
};

type Told = ActionOf<
  | 'correction-requested'
  | 'accepted'
  | 'asked'
  | 'ask-settled'
  | 'limit-extended'
  | 'result-ready'
  | 'sent'
  | 'forwarded'
>;

/** Every other action has fixed words, or none: what happens only inside the bureau is not told. */
const PLAIN_WORDS: Readonly<Record<Exclude<ActionType, Told['type']>, Words | undefined>> = {
  opened: undefined,
  'draft-saved': undefined,
  submitted: { zh: '您提交了申请', en: 'You applied' },
  'pre-review-started': { zh: '开始核对材料', en: 'We began to check your documents' },
  resubmitted: { zh: '您补交了材料', en: 'You sent what was missing' },
  'not-accepted': { zh: '没有受理', en: 'Not accepted' },
  assigned: undefined,
  'step-passed': undefined,
  'step-returned': undefined,
  'special-procedure-started': {
    zh: '需要进一步核查，办理时间暂停',
    en: 'Further checks are needed; the clock is paused',
  },
  'special-procedure-ended': { zh: '核查结束，继续办理', en: 'The checks are finished; we go on' },
  'extension-requested': undefined,
  'extension-declined': undefined,
  'decision-lapsed': undefined,
  granted: { zh: '同意了您的申请', en: 'Your application was granted' },
  refused: { zh: '没有同意您的申请', en: 'Your application was refused' },
  'production-started': { zh: '正在制作证件', en: 'Your document is being made' },
  'handed-over': { zh: '已领取', en: 'Handed over' },
  closed: undefined,
  returned: { zh: '申请已退回', en: 'Your application was returned' },
  withdrawn: { zh: '您撤回了申请', en: 'You withdrew your application' },
  revoked: { zh: '撤销了原来同意的决定', en: 'The decision in your favour was revoked' },
  'correction-expired': {
    zh: '没有按时补正，已停止办理',
    en: 'Nothing was sent in time; the case was stopped',
  },
};

/** One line of the timeline a citizen sees; undefined for what happens only inside the bureau. */
export function citizenEvent(action: Action): Words | undefined {
  return isTold(action) ? tell(action) : PLAIN_WORDS[action.type];
}

function isTold(action: Action): action is Told {
  return !(action.type in PLAIN_WORDS);
}

function tell(action: Told): Words {
  switch (action.type) {
    case 'correction-requested': {
      const day = dayWords(action.replyBy);
      return { zh: `请您补材料，${day.zh} 前补上`, en: `Documents are missing; send them by ${day.en}` };
    }
    case 'accepted':
      return action.deemed
        ? { zh: '已受理（自收到材料之日起算）', en: 'Accepted as from the day of receipt' }
        : { zh: '已受理', en: 'Accepted' };
    case 'asked':
      return NEED_WORDS[action.need];
    case 'ask-settled':
      return SETTLED_WORDS[action.need];
    case 'limit-extended':
      return {
        zh: `期限延长 ${action.days} 天：${action.reason}`,
        en: `The limit was extended by ${action.days} days: ${action.reason}`,
      };
    case 'result-ready':
      return action.delivery.by === 'desk'
        ? { zh: '可以领取了', en: 'Ready to collect' }
        : sentWords(action.delivery.waybill);
    case 'sent':
      return sentWords(action.waybill);
    case 'forwarded':
      return { zh: `已转给${action.to}办理`, en: `Passed on to the office in charge: ${action.to}` };
  }
}

function sentWords(waybill: string): Words {
  return { zh: `已寄出，运单号 ${waybill}`, en: `Sent to you, waybill ${waybill}` };
}
