/** 开放接口: orders for software that speaks Open311 GeoReport v2. */
export { open311Http } from './routes.ts';
export { open311Bytes } from './sealed.ts';
export { createOpen311 } from './service.ts';
