import type { Booking } from '@tongban/contract';
import type { Visit } from '../visit.ts';

/** 绿色通道: why somebody is called sooner. */
export function priorityText(
  { say }: Pick<Visit, 'say'>,
  priority: NonNullable<Booking['priority']>,
): string {
  const words = {
    elder: say('满 60 周岁，优先叫号', '60 or older: called sooner'),
    minor: say('未满 16 周岁，优先叫号', 'Under 16: called sooner'),
    soldier: say('军人，优先叫号', 'Member of the armed forces: called sooner'),
    talent: say('人才卡持有人，优先叫号', 'Talent card holder: called sooner'),
    pregnant: say('孕妇，优先叫号', 'Pregnant: called sooner'),
    disabled: say('残疾人，优先叫号', 'Disabled: called sooner'),
  };
  return words[priority];
}
