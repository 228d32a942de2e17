import type { NoticeBook } from '@tongban/catalogue/author';

const place = (zh: string, en: string) => ({ zh, en });
const item = place('皮划艇下水登记', 'Register a kayak');
const hall = place('示例大厅', 'Demo hall');
const at = place('3 月 3 日 10:20', '3 Mar 10:20');
const number = place('A012', 'A012');
const all: NoticeBook['events'][number]['channels'] = ['app', 'sms', 'wechat', 'mail'];

/** 皮划艇的通知: invented texts of what happens by the water. */
export const kayakBook: NoticeBook = {
  signature: { zh: '【通办】', en: '[Demo] ' },
  mail: {
    zh: { greeting: '您好：', foot: '示例' },
    en: { greeting: 'Hello,', foot: 'Demo' },
  },
  defaults: {
    ...{ sms: true, wechat: true, quiet: { from: '22:00', to: '07:30' } },
    ...{ licence_days: [90, 30, 7], house_default: true },
  },
  events: [
    {
      ...{ id: 'identity.code', when: '登录', urgent: true, once: true, channels: ['sms'] },
      places: { code: place('123456', '123456'), minutes: place('10', '10') },
      zh: { title: '验证码', body: '验证码 {code}，{minutes} 分钟内有效。' },
      en: { title: 'Your code', body: 'Your code is {code}, good for {minutes} minutes.' },
    },
    {
      ...{ id: 'notices.mail-code', when: '邮箱', urgent: true, once: true, channels: ['mail'] },
      places: { code: place('123456', '123456'), minutes: place('10', '10') },
      zh: { title: '邮箱验证码', body: '验证码 {code}，{minutes} 分钟内有效。' },
      en: { title: 'Your code', body: 'Your code is {code}, good for {minutes} minutes.' },
    },
    ...[false, true].map((urgent) => ({
      ...{ id: urgent ? 'notices.urgent-warning' : 'notices.warning', when: '预警' },
      ...(urgent ? { urgent: true as const } : {}),
      channels: all.filter((one) => urgent || one !== 'sms'),
      places: { title: place('河水上涨', 'High water'), text: place('不要下水', 'Stay ashore') },
      zh: { title: '{title}', body: '{text}', sms: '{title}：{text}' },
      en: { title: '{title}', body: '{text}', sms: '{title}: {text}' },
    })),
    {
      ...{ id: 'cases.forwarded', when: '转出', channels: ['app', 'wechat'] },
      places: { item, number },
      wechat: { template: 'template-forwarded', fields: { thing1: 'item' } },
      zh: { title: '转出', body: '“{item}”（{number}）转出' },
      en: { title: 'Forwarded', body: '“{item}” ({number}) forwarded' },
    },
    {
      ...{ id: 'cases.resumed', when: '恢复', channels: ['app', 'wechat'] },
      places: { item, number },
      zh: { title: '恢复', body: '“{item}”（{number}）恢复' },
      en: { title: 'Resumed', body: '“{item}” ({number}) resumed' },
    },
    {
      ...{ id: 'bookings.reminder', when: '预约前', channels: all },
      places: {
        item,
        hall,
        at,
        address: place('示例路', 'Demo road'),
        code: number,
        bring: place('桨', 'paddle'),
      },
      zh: {
        title: '快到了',
        body: '您约了 {at} 到{hall}办“{item}”。地址：{address}。签到码 {code}。[带上：{bring}。]来不了请提前取消。',
      },
      en: { title: 'Soon', body: '{at} at {hall}: “{item}”, {address}. Code {code}. [Bring: {bring}.]' },
    },
    {
      ...{ id: 'bookings.offered', when: '候补到了', urgent: true, channels: all },
      places: { item, hall, at, until: place('09:45', '09:45') },
      zh: { title: '有空了', body: '您候补的“{item}”有空了：{at}，{hall}。留到 {until}。' },
      en: { title: 'Free', body: '“{item}” is free: {at}, {hall}. Kept until {until}.' },
    },
    {
      ...{ id: 'bookings.stranded', when: '安排有变', channels: all },
      places: { item, hall, at },
      zh: { title: '安排有变', body: '{hall}的安排有变，您 {at} 的“{item}”可能要多等。' },
      en: { title: 'A change', body: 'Plans at {hall} have changed; at {at} “{item}” may take longer.' },
    },
    {
      ...{ id: 'hall.near', when: '快到了', urgent: true, channels: all },
      places: { number, before: place('3', '3'), hall },
      zh: { title: '快到您了', body: '{number} 前面不超过 {before} 人，回到{hall}。' },
      en: { title: 'Near', body: '{number}: {before} people before you; come back to {hall}.' },
    },
    {
      ...{ id: 'hall.missed', when: '过号', urgent: true, channels: all },
      places: { number },
      zh: { title: '过号了', body: '{number} 过号了。' },
      en: { title: 'Missed', body: '{number} was missed.' },
    },
    {
      ...{ id: 'hall.called', when: '叫到了', urgent: true, channels: all },
      places: { number, window: place('3 号', 'window 3') },
      zh: { title: '叫到您了', body: '{number} 到{window}。' },
      en: { title: 'Called', body: '{number}: go to {window}.' },
    },
    ...['made', 'moved', 'cancelled'].map((what) => ({
      ...{ id: `bookings.${what}`, when: what, channels: all.filter((one) => one !== 'sms') },
      places: { item, hall, at },
      zh: { title: `预约 ${what}`, body: `{at} {hall} “{item}” ${what}` },
      en: { title: `Booking ${what}`, body: `{at} {hall} “{item}” ${what}` },
    })),
    ...['submitted', 'accepted', 'correction-requested', 'closed'].map((what) => ({
      ...{ id: `cases.${what}`, when: what, channels: all },
      places: { item, number },
      zh: { title: `办件 ${what}`, body: `“{item}”（{number}）${what}` },
      en: { title: `Case ${what}`, body: `“{item}” ({number}) ${what}` },
    })),
    ...['invited', 'repair-opened', 'repair-answered', 'repair-closed', 'rating-struck', 'repair-due'].map(
      (what) => ({
        ...{ id: `ratings.${what}`, when: what, channels: all },
        places: { item, number },
        zh: { title: `评价 ${what}`, body: `“{item}”（{number}）${what}` },
        en: { title: `Rating ${what}`, body: `“{item}” ({number}) ${what}` },
      }),
    ),
    {
      ...{ id: 'ratings.reply-unclear', when: 'reply-unclear', channels: ['sms'] },
      places: { item },
      zh: { title: '没有看懂', body: '“{item}”：回复 1 到 5。' },
      en: { title: 'Unclear', body: '“{item}”: answer 1 to 5.' },
    },
    {
      ...{ id: 'licences.expiring', when: '快到期', channels: all },
      places: { licence: place('划艇证', 'Kayak permit'), until: place('2026 年 5 月 1 日', '1 May 2026') },
      zh: { title: '证照快到期', body: '您的{licence} {until} 到期。' },
      en: { title: 'Expiring', body: 'Your {licence} expires on {until}.' },
    },
  ],
};
