import type { Visit } from './visit.ts';

/** 微信里打开: the browser says of itself that it is the one inside WeChat. */
export function isInWechat({ request }: Pick<Visit, 'request'>): boolean {
  return /micromessenger/i.test(request.headers?.['user-agent'] ?? '');
}
