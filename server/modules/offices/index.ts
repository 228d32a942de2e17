/** 机构: divisions, organisations and halls. */
export { officesHttp } from './routes.ts';
export { isWithin } from './rules.ts';
export { createOffices, type Offices, type Organisation } from './service.ts';
