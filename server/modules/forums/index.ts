/** 专场: leaders who answer the line and matters that are collected, with the ledger of what became of each order. */
export { forumsHttp } from './routes.ts';
export { forumsBytes } from './sealed.ts';
export { createForums } from './service.ts';
