import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import { type OrderKind, orderKinds } from '@tongban/contract';
import type { Rules } from './barring.ts';
import type { OrderRules } from './order-rules.ts';
import { timingOf } from './timing.ts';

const working = (days: number) => ({ days, unit: 'working' as const });
const days: Readonly<Record<OrderKind, number>> = {
  ...{ consult: 3, help: 3, complaint: 13, report: 13, suggestion: 13, praise: 3, stuck: 15, visit: 13 },
};

/** What a lake that rents kayaks promises to those who call. */
export const kayakOrders: OrderRules = {
  kinds: orderKinds.map((id) => ({
    ...{ id, name: { zh: `划艇${id}`, en: `Kayak ${id}` }, limit: working(days[id]) },
    ...{ petitionLimit: working(15), open: !['report', 'stuck', 'visit'].includes(id) },
    tipOff: id === 'report',
  })),
  ...{ urgent: working(0), extension: working(5), hand: working(5), callBack: working(1) },
  visitAhead: { days: 60, unit: 'natural' },
  ...{ silent: working(5), notReached: 3, reopenDays: 30, warnDays: 1 },
  ...{ reopenTimes: 2, criticism: working(5), reviewers: 2, petitionChannels: ['web', 'social'] },
  matters: [
    { id: 'pier', name: '码头', secret: false },
    { id: 'boats', name: '船只', secret: false },
    { id: 'smuggling', name: '走私船桨', secret: true },
  ],
  talk: {
    matters: [{ id: 'pier', name: '码头', above: [], isLeaf: true }],
    rootCauses: [{ id: 'guide-wrong', name: '指南写错' }],
    emergencies: [{ number: '119', name: '落水', words: ['翻船'], say: '我帮您转过去。' }],
    ...{ exclusions: [], lines: [] },
    items: [{ id: 'kayak', name: '划艇许可' }],
  },
  labels: [{ id: 'night', name: '夜间' }],
  wrapUps: [
    { id: 'answered', name: '当场答复' },
    { id: 'ordered', name: '转办' },
  ],
};
export const kayakTiming: Rules = timingOf(kayakOrders, createCalendar(national));
