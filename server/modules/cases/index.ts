/** 办件: drafts, cases, the desk that works on them, and the papers they bring forth. */
export {
  caseAccepted,
  caseClosed,
  caseGranted,
  caseNotAccepted,
  caseRefused,
  caseSubmitted,
  correctionRequested,
  correctionsReceived,
  resultReady,
} from './events.ts';
export { casesHttp } from './routes.ts';
export { type Cases, createCases } from './service.ts';
