/** 对外交换: what other systems are told, in their own words. */
export { createPartners } from './service.ts';
