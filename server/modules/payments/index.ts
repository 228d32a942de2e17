/** 缴费: payment orders, the ways to pay them, refunds and reconciliation. */
export { type BillSource, createBillsHttp, createBillsSimulator, createNoBills } from './bills.ts';
export { createAlipay } from './providers/alipay.ts';
export type { Provider } from './providers/port.ts';
export { createPaymentSimulator } from './providers/simulator.ts';
export { createWechatPay } from './providers/wechat.ts';
export { paymentsHttp } from './routes.ts';
export { createPayments, type Payments } from './service.ts';
export { tellPayers } from './telling.ts';
