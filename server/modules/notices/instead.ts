import { newId } from '../../platform/index.ts';
import type { Addressed, LaneDeps } from './addressed.ts';
import type { NewDelivery, Result } from './store/deliveries.ts';
import { warningEvents } from './warning-round.ts';

/** WeChat cannot say it: the bureau's account has no template for this event. */
export const noTemplate = 'no-template';

/** In this order another channel stands in for WeChat. */
const others = ['mail', 'sms'] as const;

/**
 * 改走别的渠道: what WeChat could not tell somebody who follows the account goes by the next channel they want and can be
 * reached by, unless the event goes by one of those in any case.
 */
export function insteadOf(
  addressed: readonly Addressed[],
  results: readonly Result[],
  deps: Pick<LaneDeps, 'clock' | 'texts' | 'defaults'>,
): NewDelivery[] {
  const failed = new Map(results.filter(isUntold).map((one) => [one.delivery, one]));
  return addressed.flatMap((one) => {
    if (one.row.channel !== 'wechat' || !failed.has(one.row.delivery_id)) return [];
    const wanted = one.choice ?? deps.defaults;
    const open = waysOf(one.event).filter((channel) => wanted[channel] && one.reach[channel] !== undefined);
    const { channels } = deps.texts.event(one.event);
    const [next] = open.some((channel) => channels.includes(channel)) ? [] : open;
    return next === undefined ? [] : [deliveryBy(next, one, deps.clock())];
  });
}

/** What is told to everybody becomes no text message by this way: only an urgent warning is worth one. */
function waysOf(event: string): readonly (typeof others)[number][] {
  return event === warningEvents.usual ? ['mail'] : others;
}

/** WeChat will never tell it: no template, or the platform refuses this reader. */
function isUntold({ state, why }: Result): boolean {
  return why === noTemplate || (state === 'failed' && why !== 'given-up');
}

function deliveryBy(channel: (typeof others)[number], { row }: Addressed, now: Date): NewDelivery {
  return {
    ...{ delivery_id: newId(), notice_id: row.notice_id, person_id: row.person_id ?? null, channel },
    ...{ state: 'waiting', urgent: row.urgent, once: row.once, stale_after: row.stale_after ?? null },
    ...{ made_at: now, due_at: now, first_due_at: now },
  };
}
