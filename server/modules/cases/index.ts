/** 办件: drafts, cases, the desk that works on them, and the papers they bring forth. */
export { type Counter, windowTopic } from './counter.ts';
export { tellOfParcels } from './delivery/telling.ts';
export { caseClosed, caseFacts } from './events.ts';
export {
  createNoSources,
  createSourcesHttp,
  createSourcesSimulator,
  type DataSources,
} from './proof/ports/data-sources.ts';
export { casesHttp } from './routes.ts';
export { casesBytes } from './sealed.ts';
export { type Cases, createCases } from './service.ts';
export type { CaseStory } from './stories.ts';
export { tellApplicants } from './telling.ts';
