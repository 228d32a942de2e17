/** 热点诉求榜: candidates mined every month, a list led from state to state with evidence, and its public board. */
export { hotlistHttp } from './routes.ts';
export { hotlistBytes } from './sealed.ts';
export { createHotlist } from './service.ts';
