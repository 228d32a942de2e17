import type { Sentences, Words } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { NextFree } from './times.ts';

/** What refusals of bookings say in both languages. */
export const sentences: Sentences = {
  'bookings.full': {
    zh: '这个时间约满了，选别的时间',
    en: 'This time is fully booked. Choose another one',
  },
  'bookings.twice': {
    zh: '这件事已经约好了一个时间，可以在“我的预约”里改期',
    en: 'There is already a booking for this. You can change its time under My bookings',
  },
  'bookings.same-time': {
    zh: '这个时间已经有别的预约，换一个时间',
    en: 'There is another booking at this time. Choose a different one',
  },
  'bookings.per-day': {
    zh: '这一天约的事项已经够多了，换一天',
    en: 'There are as many bookings on this day as one person may have. Choose another day',
  },
  'bookings.no-shows': {
    zh: '约了几次没有来，暂时不能网上预约，可以直接到大厅取号',
    en: 'Several bookings were missed, so booking online is paused. You can still take a number at the hall',
  },
  'bookings.too-soon': {
    zh: '离这个时间太近了，选晚一点的，或直接到大厅取号',
    en: 'This time is too close. Choose a later one, or take a number at the hall',
  },
  'bookings.too-far': {
    zh: '这一天还不能约，选近一点的日子',
    en: 'This day cannot be booked yet. Choose a nearer one',
  },
  'bookings.start': {
    zh: '没有从这个时间开始的号，从列出的时间里选',
    en: 'Nothing starts then. Choose from the times listed',
  },
  'bookings.item': { zh: '这件事不用预约大厅', en: 'This does not need a booking at a hall' },
  'bookings.hall': { zh: '没有这个大厅，重新选一个', en: 'There is no such hall. Choose another one' },
  'bookings.place': {
    zh: '这里办不了这件事，换一个大厅或窗口',
    en: 'This cannot be done here. Choose another hall or window',
  },
  'bookings.person': {
    zh: '只能替本人、已关联的家人或委托人预约',
    en: 'You can book for yourself, linked family, or somebody who has given you a mandate',
  },
  'bookings.missing': { zh: '没有找到这个预约', en: 'There is no such booking' },
  'bookings.lapsed': {
    zh: '留给您的时间已经过了，这个时间可能还有空，重新选一次',
    en: 'The time was kept for you for a while and has lapsed. Choose it again if it is still free',
  },
  'bookings.over': { zh: '这个预约已经结束，不能再改', en: 'This booking is over and cannot be changed' },
  'bookings.too-early': {
    zh: '还没到签到时间，快到点时再来签到',
    en: 'It is too early to check in. Come back shortly before your time',
  },
  'bookings.wish': { zh: '这件事已经在候补了', en: 'You are already waiting for a time for this' },
  'bookings.wish-days': { zh: '候补的日子不在可约范围内', en: 'These days cannot be waited for' },
  'bookings.wish-missing': { zh: '没有找到这个候补', en: 'There is no such wish' },
  'bookings.template': {
    zh: '没有这个日模板，先建好再用',
    en: 'There is no such day template. Add it first',
  },
  'bookings.past-day': { zh: '这一天已经过去，不能再改', en: 'This day is over and cannot be changed' },
  'bookings.no-hall': {
    zh: '您的岗位不在大厅，不能排班。请管理员把岗位放到大厅',
    en: 'Your post is at no hall. Ask the administrator to place it at one',
  },
};

type Code = keyof typeof sentences & string;

/** Makes a refusal of bookings with its sentence. */
export function refused(code: Code, kind: Problem['kind'] = 'conflict', told?: string): Problem {
  return new Problem(code, kind, told ?? sentences[code]?.zh ?? code);
}

/** 一人一天: somebody has as many bookings on a day as one person may have. */
export function perDay(most: number): Problem {
  return refused(
    'bookings.per-day',
    'conflict',
    `一人一天最多约 ${most} 件事，这一天已经约了 ${most} 件，换一天`,
  );
}

/** 约满: a full time, with the next free one for people to read and for screens to offer. */
export function full(next: NextFree | undefined): Problem {
  if (next === undefined) {
    return new Problem(
      'bookings.full',
      'conflict',
      '这个时间约满了，近期都没有空。可以登记候补，有空出来就通知您',
    );
  }
  const { hall, hallName, at } = next;
  const told = `这个时间约满了。最近有空的是 ${moment(at)}，${hallName}`;
  return new Problem('bookings.full', 'conflict', told, [
    { pointer: '/at', code: 'bookings.next-at', message: at.toISOString() },
    { pointer: '/hall', code: 'bookings.next-hall', message: hall },
  ]);
}

/** `12 月 8 日 09:20`, by the clock of Shanghai. */
function moment(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000);
  return `${local.getUTCMonth() + 1} 月 ${local.getUTCDate()} 日 ${local.toISOString().slice(11, 16)}`;
}

/** The name of a hall, for texts in both languages. */
export function hallWords({ name, name_en }: { name: string; name_en: string }): Words {
  return { zh: name, en: name_en };
}
