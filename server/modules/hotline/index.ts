/** 一号响应: orders of citizens, whatever way they come, and what becomes of them. */
export { lessonOf } from './assist/lesson.ts';
export { reachBlock } from './assist/reach.ts';
export { orderAssistHttp } from './assist/routes.ts';
export type { InventedOrder } from './assist/seeding.ts';
export { createOrderAssist, type OrderAssist } from './assist/service.ts';
export {
  orderClassified,
  orderClosed,
  orderMoved,
  orderRegistered,
  orderReminded,
  orderReopened,
  orderReplied,
} from './events.ts';
export type { OpenOrder, PassedOrder } from './passing.ts';
export { createTelephoneHttp, createTelephoneSimulator, type TelephoneSystem } from './ports/telephone.ts';
export { hotlineHttp } from './routes.ts';
export type { OrderRules } from './rules/order-rules.ts';
export { orderRulesOf } from './rules-of-content.ts';
export { hotlineBytes } from './sealed.ts';
export { createHotline, type Hotline } from './service.ts';
export { tellCallers } from './telling.ts';
export type { OrderTextRow } from './texts.ts';
