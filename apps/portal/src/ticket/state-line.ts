import type { TicketView } from '@tongban/contract';
import { timeText } from '../days.ts';
import type { Visit } from '../visit.ts';

const soon = 3;

/** 排队用语: how it stands, in the words every screen of the hall uses. */
export function stateLine({ say }: Pick<Visit, 'say'>, ticket: TicketView): string {
  const { state, ahead, window } = ticket;
  switch (state) {
    case 'waiting':
      return waitingLine({ say }, ahead);
    case 'called':
      return window === undefined
        ? say('到您了', 'It is your turn')
        : say(`请到 ${window} 号窗口`, `Go to window ${window}`);
    case 'serving':
      return say('办理中', 'Being served');
    case 'parked':
      return ticket.comeBackAt === undefined
        ? say('先放一放，号给您留着', 'On hold; your number is kept')
        : say(`${timeText(ticket.comeBackAt)} 前回来就行`, `Be back by ${timeText(ticket.comeBackAt)}`);
    case 'missed':
      return ticket.may.rejoin
        ? say('过号了，可以重新排', 'You were called and missed it')
        : say('过号了', 'You were called and missed it');
    case 'done':
      return say('已结束', 'Finished');
    case 'left':
      return say('已退号', 'You left the queue');
  }
}

function waitingLine({ say }: Pick<Visit, 'say'>, ahead: number | undefined): string {
  if (ahead === undefined) return say('排队中', 'In the queue');
  if (ahead === 0) return say('下一个就是您', 'You are next');
  return ahead <= soon
    ? say(`快到您了 · 前面 ${ahead} 人`, `Nearly there: ${ahead} ahead`)
    : say(`排队中 · 前面 ${ahead} 人`, `${ahead} ahead of you`);
}

/** Nothing will change any more. */
export function isOver({ state }: TicketView): boolean {
  return state === 'done' || state === 'left';
}
