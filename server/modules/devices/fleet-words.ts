import type { Sentences } from '@tongban/contract';

/** What refusals of the fleet and of kiosks say in both languages. */
export const fleetSentences: Sentences = {
  'devices.register-code': {
    zh: '没有机器在显示这个登记码。看一眼机器上的 6 位数字，重新输入',
    en: 'No machine shows this code; read the six digits on it and type them again',
  },
  'devices.unregistered': {
    zh: '这台机器还没有登记到大厅',
    en: 'This machine has not been registered with a hall yet',
  },
  'devices.device': {
    zh: '这台机器没有登记，或已经移除',
    en: 'This machine is not registered, or has been removed',
  },
  'devices.window': { zh: '选条屏挂在哪个窗口', en: 'Choose the window this strip belongs to' },
  'devices.prefixes': {
    zh: '这个大厅的自助机已满 24 台。先移除不用的，明天再登记',
    en: 'This hall has 24 kiosks already; remove one that is not used and register tomorrow',
  },
  'devices.no-hall': {
    zh: '您的岗位没有分到大厅，不能管机器。请管理员给岗位填上大厅',
    en: 'Your post has no hall; ask the administrator to set it',
  },
  'kiosk.not-here': {
    zh: '这台机器不办这件事。到导办台取号',
    en: 'This machine does not serve this item; take a number at the reception desk',
  },
  'kiosk.code': {
    zh: '这个大厅今天没有这个预约码。核对短信里的 8 位数字，或改用身份证',
    en: 'No booking here today has this code; check the eight digits, or use your ID card',
  },
  'kiosk.visit': {
    zh: '这次办理已经结束。从首页重新开始',
    en: 'This visit has ended; begin again from the first screen',
  },
  'kiosk.hand-off': {
    zh: '这个二维码已经过期。在自助机上换一个再扫',
    en: 'This code has expired; get a new one at the machine and scan it again',
  },
  'kiosk.booking': {
    zh: '这个预约现在不能在这里签到',
    en: 'This booking cannot be checked in here now',
  },
  'kiosk.cabinet-away': {
    zh: '证件柜没有回应，证件还在柜里。到出件窗口领取',
    en: 'The card cabinet does not answer; your card is still in it. Collect it at the issue desk',
  },
  'kiosk.no-cabinet': {
    zh: '这台机器没有证件柜。到出件窗口领取',
    en: 'This machine has no card cabinet; collect at the issue desk',
  },
};
