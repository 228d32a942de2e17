/** 办件: drafts, cases, the desk that works on them, and the papers they bring forth. */
export { casesHttp } from './routes.ts';
export { createCases } from './service.ts';
