import type { DeliveryState as DeliveryStateShape } from '@tongban/contract';
import type { Static } from 'typebox';

export type DeliveryState = Static<typeof DeliveryStateShape>;

/** 步骤: what happened to a parcel, as it is kept. */
export type Step =
  | { readonly type: 'ordered' | 'sent'; readonly at: string; readonly waybill: string }
  | {
      readonly type: 'picked-up' | 'moved' | 'out' | 'delivered' | 'returned';
      readonly at: string;
      readonly place?: string;
    }
  | { readonly type: 'lost'; readonly at: string; readonly by: string; readonly reason: string }
  | {
      readonly type: 'settled';
      readonly at: string;
      readonly by: string;
      readonly remedy: 'reissue' | 'compensation';
      readonly reason: string;
    };
type StepType = Step['type'];

/** What a courier may tell; everything else only the house itself knows. */
export const courierSteps = ['picked-up', 'moved', 'out', 'delivered', 'returned'] as const;
export type CourierStep = (typeof courierSteps)[number];

/** From which states a step leads on; news that come late or out of order are kept and change nothing. */
const from: Readonly<Record<StepType, readonly DeliveryState[]>> = {
  ordered: ['planned'],
  sent: ['planned', 'ordered', 'reissued', 'returned'],
  'picked-up': ['ordered', 'under-way', 'lost'],
  moved: ['ordered', 'under-way', 'lost'],
  out: ['ordered', 'under-way', 'lost'],
  delivered: ['ordered', 'under-way', 'lost'],
  returned: ['under-way', 'lost'],
  lost: ['under-way'],
  settled: ['lost'],
};

/** 折叠: the state of a delivery after its steps, whatever order they arrived in. */
export function stateAfter(steps: readonly Step[]): DeliveryState {
  return steps.reduce<DeliveryState>(nextState, 'planned');
}

/** The state one step leads to; the same where the step does not fit. A parcel that turns up is lost no more. */
export function nextState(state: DeliveryState, step: Step): DeliveryState {
  if (!from[step.type].includes(state)) return state;
  switch (step.type) {
    case 'ordered':
    case 'delivered':
    case 'returned':
    case 'lost':
      return step.type;
    case 'sent':
    case 'picked-up':
    case 'moved':
    case 'out':
      return 'under-way';
    case 'settled':
      return step.remedy === 'reissue' ? 'reissued' : 'compensated';
  }
}

/** Whether the person may still choose another way or address. */
export function mayChange(state: DeliveryState): boolean {
  return state === 'planned';
}

type Verdict = { readonly ok: true } | { readonly ok: false; readonly why: string; readonly message: string };
const yes: Verdict = { ok: true };
const dayMs = 24 * 3_600_000;

/** After how many days without news a parcel may be declared lost: a house default. */
const silentDays = 7;

/** 遗失: only what is on its way and has been silent for days can be declared lost. */
export function mayDeclareLost(state: DeliveryState, lastNews: Date, now: Date): Verdict {
  if (state === 'lost') return { ok: false, why: 'lost-already', message: '已经报过遗失，等另一位同事决定' };
  if (state !== 'under-way')
    return { ok: false, why: 'not-under-way', message: '只有正在路上的邮件能报遗失' };
  if (now.getTime() - lastNews.getTime() < silentDays * dayMs) {
    const say = `最近 ${silentDays} 天内还有物流消息，先联系快递公司；满 ${silentDays} 天没有消息再报遗失`;
    return { ok: false, why: 'recent-news', message: say };
  }
  return yes;
}

/** 善后: decided by somebody other than whoever declared the loss. */
export function maySettle(steps: readonly Step[], by: string): Verdict {
  const lost = steps.findLast((step) => step.type === 'lost');
  if (lost === undefined || stateAfter(steps) !== 'lost')
    return { ok: false, why: 'not-lost', message: '这个邮件没有报遗失，不用决定善后' };
  if (lost.by === by)
    return { ok: false, why: 'same-person', message: '报遗失和决定善后要由两个人做，请同事来决定' };
  return yes;
}
