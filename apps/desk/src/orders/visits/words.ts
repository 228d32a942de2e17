import type { DeskVisit, VisitTime } from '@tongban/contract';

/** What the desk says of home visits. */
export const visitWords = {
  list: '上门安排',
  none: '本级没有要上门的工单',
  loading: '正在读取',
  more: '再看一些',
  unarranged: '还没有约',
  part: {
    title: '上门申请',
    why: '缘由',
    people: '人数',
    address: '地址',
    suits: '方便的时间',
    arranged: '约好的',
    note: '备注',
    reason: '这天去的理由',
    count: (people: number) => `${people} 人`,
    masked: '（按“看电话”一起看全）',
    onSite: '到了现场，用笔记本电脑打开综合受理照常收件；办完回到这里关联办件，再写答复。',
  },
  reasons: { 'hard-to-move': '行动不便', 'many-people': '单位人多一起办' } satisfies Record<
    DeskVisit['reason'],
    string
  >,
  times: { morning: '上午', afternoon: '下午', hours: '几点到几点' },
  arrange: {
    day: '哪一天',
    time: '时间',
    from: '从几点',
    to: '到几点',
    clock: '09:30',
    who: '谁去（来人看得到）',
    note: '备注，只给同事看（可以不填）',
    reason: '不是工作日的，写理由（可以不填）',
    suits: (suits: string) => `来人说方便的时间：${suits}`,
    late: (day: string) => `晚于答复期限 ${day}：约上门不停期限，来不及的先申请延期`,
    again: (words: string) => `现在约的是 ${words}；改了会再通知来人`,
    need: {
      day: '选上门的日子',
      hours: '写全从几点到几点（像 09:30），开始早于结束',
      who: '写上谁去',
    },
  },
  tour: {
    title: '上门单',
    day: '哪一天',
    show: '看上门单',
    print: '打印',
    hint: '上门单有地址、姓名和电话的全部，谁看过会留记录；带出去的纸收好，用完销毁。',
    heading: (unit: string, day: string) => `${unit} ${day} 上门单`,
    count: (stops: number) => `${stops} 处`,
    none: '这一天没有约好的上门',
    suits: (suits: string) => `方便：${suits}`,
    columns: {
      time: '时间',
      person: '来人、电话',
      where: '地址',
      what: '办什么',
      who: '谁去',
      done: '现场记下',
    },
  },
  fields: {
    reason: '为什么上门',
    pickReason: '选缘由',
    people: '几个人',
    address: '上门地址，写到门牌号',
    suits: '什么时候方便',
  },
  need: {
    address: '写上门的地址',
    reason: '选为什么上门',
    people: '写一共几个人，两个人以上',
    phone: '写回电号码，约上门要联系来人',
    named: '上门要联系本人，身份选实名',
  },
} as const;

/** 上午、下午，或 09:30–11:00. */
export function timeText(time: VisitTime): string {
  return typeof time === 'string' ? visitWords.times[time] : `${time.from}–${time.to}`;
}
