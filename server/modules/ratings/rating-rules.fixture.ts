import type { RatingRules } from '@tongban/catalogue/author';

const favourable = ['非常满意', '满意', '基本满意'];
const names = [...favourable, '不满意', '非常不满意'];
const channels = ['web', 'mobile', 'qr', 'hall-tablet', 'hall-terminal', 'phone', 'sms'] as const;

/** The rating rules of the lake. */
export const ratingRules: RatingRules = {
  levels: names.map((name, at) => ({
    ...{ code: at + 1, name, name_en: `Level ${at + 1}`, favourable: favourable.includes(name) },
  })),
  channels: channels.map((id) => ({
    ...{ id, name: `渠道 ${id}` },
    where: id === 'web' || id === 'mobile' ? ('online' as const) : ('offline' as const),
  })),
  indicators: [
    { id: 'all-online', name: '整体', name_en: 'Overall', where: 'online', overall: true },
    { id: 'speed-online', name: '网上快慢', name_en: 'Speed', where: 'online' },
    { id: 'all-offline', name: '整体', name_en: 'Overall', where: 'offline', overall: true },
    { id: 'speed-offline', name: '码头快慢', name_en: 'Speed', where: 'offline' },
  ],
  reasons: [
    {
      ...{ id: 'quick', say: '下水快', say_en: 'Quick', indicators: ['speed-online', 'speed-offline'] },
      ...{ levels: [1, 2, 3], channels: [...channels] },
    },
    {
      ...{ id: 'slow', say: '下水慢', say_en: 'Slow', indicators: ['speed-online', 'speed-offline'] },
      ...{ levels: [4, 5], channels: [...channels] },
    },
    {
      id: 'long-wait',
      say: '码头等得久',
      say_en: 'Long wait',
      indicators: ['speed-offline'],
      levels: [4, 5],
      channels: ['qr', 'hall-tablet'],
    },
  ],
  rate_within: { days: 30, unit: 'natural' },
  repair: { days: 15, unit: 'working', warn_days: 3, call_tries: 3 },
  default_favourable: { on: false, after_days: 7, level: 3 },
  tablet_minutes: { minutes: 3 },
  kiosk_minutes: { minutes: 120 },
  invite_after: { minutes: 30 },
  surveys: [
    {
      ...{ id: 'lake', title: '湖上问卷', title_en: 'The lake' },
      questions: [
        { id: 'water', ask: '水清吗？', ask_en: 'Is the water clear?' },
        { id: 'pier', ask: '码头好走吗？', ask_en: 'Is the pier easy?' },
      ],
    },
  ],
};
