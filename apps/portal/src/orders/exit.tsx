/** @jsxImportSource preact */
import { Details } from '@tongban/ui';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { noReceipt } from './receipt-cookie.ts';

/** 离开这一页: always in reach where something is reported; the way back leads elsewhere. */
export function Exit({ visit }: { readonly visit: Visit }) {
  return (
    <p class="exit">
      <a class="button button--danger" href="/orders/exit" data-does="exit">
        {visit.say('马上离开这一页', 'Exit this page')}
      </a>
    </p>
  );
}

/** 不留痕迹: what the device itself still remembers, and what we do not keep. */
export function LeaveNoTrace({ visit }: { readonly visit: Visit }) {
  const { say } = visit;
  return (
    <Details summary={say('怎样不在手机上留痕迹', 'How to leave no trace on this device')}>
      <ul>
        <li>
          {say(
            '用浏览器的无痕窗口打开，或办完后清除浏览记录。',
            'Use a private window, or clear the history afterwards.',
          )}
        </li>
        <li>
          {say(
            '这一页不保存您写的字，也不出现在“我的诉求”里，不发短信。',
            'What you write is not kept on this page, is in no list of yours, and no text message is sent.',
          )}
        </li>
        <li>{say('用别人的或单位的电脑要小心。', 'Be careful on a computer that is not yours.')}</li>
      </ul>
    </Details>
  );
}

/** What was kept for the receipt is gone, and an everyday page is shown instead. */
export function takeExit(visit: Visit): PageAnswer {
  return leadTo(visit, '/', [noReceipt]);
}
