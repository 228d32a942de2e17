import type { PaymentView } from '@tongban/contract';
import type { Mood } from '@tongban/ui';
import type { Visit } from '../visit.ts';

type State = PaymentView['state'];

const MOODS: Readonly<Record<State, Mood>> = {
  ...{ open: 'warn', checking: 'warn', paid: 'ok', refunding: 'info', refunded: 'info', closed: 'info' },
};

export function moodOf(state: State): Mood {
  return MOODS[state];
}

/** What a state is called, and the one sentence that says what to do. */
export function stateWords({ say }: Pick<Visit, 'say'>, state: State): { title: string; line: string } {
  const words: Readonly<Record<State, { title: string; line: string }>> = {
    open: {
      title: say('待缴费', 'To be paid'),
      line: say('选一种方式，缴清就行。', 'Choose a way and pay the amount.'),
    },
    checking: {
      title: say('正在核对到账', 'We are checking a payment'),
      line: say(
        '收到一笔钱，和应缴的对不上，工作人员正在核对。不用再缴，核对好这里会变。',
        'Money has come that does not match the amount. We are looking into it. Do not pay again; this page changes when it is settled.',
      ),
    },
    paid: {
      title: say('已缴清', 'Paid'),
      line: say('凭证可以随时下载。', 'You can download the receipt at any time.'),
    },
    refunding: {
      title: say('正在退费', 'Being refunded'),
      line: say(
        '退费由两位工作人员办。确认后钱按原来的方式退回，退好通知您。',
        'Two members of staff handle a refund. Once it is confirmed the money goes back the way it came, and we tell you.',
      ),
    },
    refunded: {
      title: say('已退费', 'Refunded'),
      line: say('钱已经按原来的方式退回。', 'The money has gone back the way it came.'),
    },
    closed: {
      title: say('不用缴了', 'No longer due'),
      line: say('这张缴款单已经关闭，不用缴。', 'This payment is closed; nothing is due.'),
    },
  };
  return words[state];
}
