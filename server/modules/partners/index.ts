/** 对外交换: what other systems are told, in their own words. */
export { partnersHttp } from './routes.ts';
export { partnersBytes } from './sealed.ts';
export { createPartners, type Partners } from './service.ts';
export type { KnownUnit } from './units.ts';
