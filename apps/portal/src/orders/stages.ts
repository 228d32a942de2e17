import type { OwnOrderRow } from '@tongban/contract';
import type { Mood } from '@tongban/ui';
import { dayText } from '../days.ts';
import type { Visit } from '../visit.ts';

type Standing = Pick<OwnOrderRow, 'stage' | 'how' | 'late' | 'dueOn'>;

/** 办到哪一步 in a few words; what waits for whoever asked is told as that. */
export function stageWords({ say }: Pick<Visit, 'say'>, { stage, how, late }: Standing): string {
  switch (stage) {
    case 'received':
    case 'sorting':
      return late ? say('还没答复，已经晚了', 'Late') : say('已收到', 'Received');
    case 'handling':
    case 'coordinating':
      return late ? say('还没答复，已经晚了', 'Late') : say('正在办', 'In hand');
    case 'call-back':
      return say('已答复，解决了吗', 'Answered: is it solved?');
    case 'closed':
      return how === 'withdrawn' ? say('您撤回了', 'You took it back') : endingWords({ say }, how);
  }
}

function endingWords({ say }: Pick<Visit, 'say'>, how: OwnOrderRow['how']): string {
  if (how === 'merged') return say('和另一件一起办', 'Handled with another');
  if (how === 'in-procedure') return say('在别的程序里办', 'Handled in another procedure');
  if (how === 'emergency') return say('已转紧急电话', 'Passed to the emergency line');
  return how === 'solved' ? say('已解决', 'Solved') : say('已办结', 'Closed');
}

export function moodOfStage({ stage, late }: Pick<Standing, 'stage' | 'late'>): Mood {
  if (stage === 'closed') return 'ok';
  return stage === 'call-back' || late ? 'warn' : 'info';
}

/** What to expect next, in one sentence. */
export function nextWords(visit: Visit, { stage, late, dueOn }: Standing): string | undefined {
  const { say } = visit;
  const day = dayText(visit, dueOn);
  if (stage === 'closed') return undefined;
  if (stage === 'call-back')
    return say('看看答复，说一声解决没有。', 'Read the answer and say if it is solved.');
  return late
    ? say(
        `答应${day}前答复，已经过了。对不起。可以催一催，会一直送到上级。`,
        `We promised an answer by ${day} and are late. Sorry. Urge us, and our superiors see it.`,
      )
    : say(`${day}前答复您，按工作日算。`, `You will have an answer by ${day} (counted in working days).`);
}
