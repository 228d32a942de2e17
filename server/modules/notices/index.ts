/** 通知: what the house tells people, by the centre, text messages, the official account and mail. */
export { createCarrierSimulator } from './ports/carrier.ts';
export { createMailCarrier } from './ports/mail.ts';
export { createSmsGateway, isSignedBy as isFromGateway, type SmsPeer } from './ports/sms-http.ts';
export { createWechatAccount, createWechatSimulator } from './ports/wechat.ts';
export { noticesHttp } from './routes.ts';
export { noticesBytes } from './sealed.ts';
export { createNotices, createTextMessages, type NoticePorts, type Notices } from './service.ts';
