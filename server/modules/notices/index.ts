/** 通知: what the house tells people by text message. */
export { noticesBytes } from './sealed.ts';
export { createNotices, type Notices } from './service.ts';
