import { type OrderKind, ordersRoutes } from '@tongban/contract';
import { isInWechat } from '../browser.ts';
import type { Visit } from '../visit.ts';

/** 一般多久答复: what the bureau keeps to for a kind, said before it is sent; nothing where nobody has said it. */
export async function usualLimit(visit: Visit, kind: OrderKind): Promise<string | undefined> {
  const query = isInWechat(visit) ? { channel: 'wechat' as const } : {};
  const { limits } = await visit.call(ordersRoutes.limits, { query });
  const limit = limits.find((one) => one.kind === kind);
  return limit === undefined ? undefined : limitWords(visit, limit);
}

type Limit = { readonly days: number; readonly unit: 'working' | 'natural' };

function limitWords({ say }: Pick<Visit, 'say'>, { days, unit }: Limit): string {
  if (days === 0) return say('一般当天答复。', 'Usually answered the same day. ');
  const plural = days === 1 ? 'day' : 'days';
  return unit === 'working'
    ? say(`一般 ${days} 个工作日内答复。`, `Usually answered within ${days} working ${plural}. `)
    : say(`一般 ${days} 天内答复。`, `Usually answered within ${days} ${plural}. `);
}
