/** 情形引导: the server's evaluation of answers. */
export { guidanceHttp } from './routes.ts';
export { createGuidance, type Guidance } from './service.ts';
