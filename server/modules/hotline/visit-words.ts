import type { ArrangedVisit, Sentences, ToldVisit, VisitTime, Words } from '@tongban/contract';

type Both = Words & { en: string };
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What refusals of a visit say. */
export const whyNoVisit = {
  'not-visit': { zh: '只有上门服务的工单能约上门', en: 'This order did not ask for a visit' },
  'no-visit': {
    zh: '没有写上门的地址，不能改成上门服务；请来人另提一件',
    en: 'Nobody said where to go; a visit is asked for anew',
  },
  'visit-past': { zh: '上门的日子已经过了，选今天或以后的日子', en: 'This day is over; choose a later one' },
  'visit-far': { zh: '约得太远了，选近一些的日子', en: 'This is too far ahead; choose an earlier day' },
  'visit-day-off': {
    zh: '这一天不是工作日，写明为什么这天上门',
    en: 'Nobody works on this day; say why the visit is then',
  },
  'visit-hours': { zh: '上门的开始要早于结束', en: 'A visit begins before it ends' },
} satisfies Record<string, Both>;

/** What is wrong with what somebody asked for. */
export const visitSentences: Sentences = {
  'orders.visit-needed': { zh: '写上门的地址和缘由', en: 'Say where to come and why' },
  'orders.visit-kind': { zh: '只有上门服务要写上门的地址', en: 'Only a home visit has an address' },
  'orders.visit-named': {
    zh: '上门要和您本人联系，不能匿名或保密',
    en: 'We have to reach you for a visit; it cannot be asked for without a name',
  },
  'orders.visit-phone': { zh: '写一个能联系上的电话', en: 'Give a phone we can reach' },
  'orders.visit-people': { zh: '写一共几个人办，两个人以上', en: 'Say how many people, two or more' },
};

/** 上午、下午，或几点到几点. */
export function timeWords(time: VisitTime): Both {
  if (time === 'morning') return { zh: '上午', en: 'in the morning' };
  if (time === 'afternoon') return { zh: '下午', en: 'in the afternoon' };
  return { zh: `${time.from}–${time.to}`, en: `from ${time.from} to ${time.to}` };
}

/** 约好 12月3日 上午上门. */
export function comingWords({ day, time }: Pick<ToldVisit, 'day' | 'time'>): Both {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  const { zh, en } = timeWords(time);
  return {
    zh: `约好 ${month}月${date}日 ${zh}上门`,
    en: `A visit is arranged: ${date} ${months[month - 1] ?? ''}, ${en}`,
  };
}

/** The same for colleagues, with who goes and what they say to each other. */
export function arrangedWords({ day, time, who, note, reason }: ArrangedVisit): string {
  return [`${day} ${timeWords(time).zh}，${who.trim()}`, reason, note]
    .filter((one) => one !== undefined)
    .join('；');
}
