import type { Sentences } from '@tongban/contract';

/** What refusals of devices say in both languages. */
export const sentences: Sentences = {
  'devices.code': {
    zh: '没有屏幕在显示这个配对码。看一眼屏幕上的 6 位数字，重新输入',
    en: 'No screen shows this code; read the six digits on the screen and type them again',
  },
  'devices.no-window': {
    zh: '您的岗位没有分到窗口，不能配对。换到有窗口的岗位，或请管理员给岗位填上窗口',
    en: 'Your post has no window; change to a post with one, or ask the administrator to set it',
  },
  'devices.screen': {
    zh: '这块屏幕已经解除配对，重新配对后再用',
    en: 'This screen has been released; pair it again',
  },
  'devices.ticket': { zh: '连接凭据已经用过或过期', en: 'The ticket has been used or has expired' },
  'devices.not-shown': {
    zh: '屏幕上的内容已经换了，看新的内容再签',
    en: 'What stands on the screen has changed; read it again before signing',
  },
  'devices.signature': {
    zh: '没有收到签名，擦掉重新签一次',
    en: 'The signature did not arrive; clear it and sign again',
  },
  'devices.busy': {
    zh: '没有空的配对码，过一分钟再试',
    en: 'No pairing code is free; try again in a minute',
  },
};
