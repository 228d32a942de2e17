/** 寄递: how results reach people and originals reach us, where parcels are, and what happens when one is lost. */

export {
  type Courier,
  createCourierHttp,
  createCourierSimulator,
} from './courier.ts';
export { parcelDelivered, parcelFacts } from './events.ts';
export { deliveriesHttp } from './routes.ts';
export { deliveriesBytes } from './sealed.ts';
export { createDeliveries, type Deliveries } from './service.ts';
export type { Belongs } from './store.ts';
