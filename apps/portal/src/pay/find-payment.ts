import { type PaymentView, paymentsRoutes } from '@tongban/contract';
import type { Visit } from '../visit.ts';

/** The payment the address names, if it is the visitor's own. */
export function getPayment(visit: Visit): Promise<PaymentView> {
  return visit.call(paymentsRoutes.get, { params: { order: visit.params.order ?? '' } });
}

/** The way a charge that is under way is paid in. */
export function wayOf(view: PaymentView) {
  return view.ways.find(({ way }) => way === view.charge?.way);
}
