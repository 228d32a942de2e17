import type { Sentences } from '@tongban/contract';

/** What refusals of the hall say in both languages. */
export const sentences: Sentences = {
  'hall.missing': {
    zh: '没有这个大厅，从大厅列表里重新选',
    en: 'There is no such hall; choose one from the list',
  },
  'hall.no-hall': {
    zh: '您的岗位没有大厅，换到大厅的岗位再看',
    en: 'Your post is in no hall; change to a post in one',
  },
  'hall.no-window': {
    zh: '您的岗位没有窗口，换到有窗口的岗位再叫号',
    en: 'Your post has no window; change to one with a window',
  },
  'hall.window': { zh: '这个大厅没有这个窗口', en: 'This hall has no such window' },
  'hall.window-not-open': { zh: '先开放窗口，再叫号', en: 'Open your window before you call' },
  'hall.in-hand': {
    zh: '手上的号还没有办完，先办结、过号、暂缓或转走',
    en: 'A ticket is still in hand; finish, miss, park or send it on first',
  },
  'hall.ticket': { zh: '没有这个号，看一眼号码再试', en: 'There is no such ticket; check the number' },
  'hall.key': {
    zh: '这个号不在了。要办事就重新取号',
    en: 'This ticket is gone; take a new one if you still need to',
  },
  'hall.not-in-hand': { zh: '这个号不在您的窗口', en: 'This ticket is not at your window' },
  'hall.not-yours': { zh: '这个号在别的窗口办，不能从这里叫', en: 'Another window is serving this ticket' },
  'hall.move': { zh: '这个号现在不能这样做', en: 'This cannot be done with the ticket now' },
  'hall.sent-back': {
    zh: '那个窗口办不了这件事，换一个窗口',
    en: 'That window does not serve this; choose another',
  },
  'hall.not-here': {
    zh: '这个大厅不办这件事，从“附近大厅”里选一个能办的',
    en: 'This hall does not serve this item; choose another hall',
  },
  'hall.closed': {
    zh: '大厅今天不再开放，改天再来或先预约',
    en: 'The hall is closed for today; come another day or book',
  },
  'hall.full-today': {
    zh: '今天排到下班也轮不到了，先预约改天再来',
    en: 'Nobody will get to you before closing today; book another day',
  },
  'hall.skill': { zh: '这个大厅没有这种业务', en: 'This hall does not serve this' },
  'hall.number-taken': { zh: '这个号已经有人了，重新取一个', en: 'This number is taken; take another' },
  'hall.rejoin-over': {
    zh: '过号太久，不能再排回去，重新取一个号',
    en: 'It has been too long since you were called; take a new ticket',
  },
  'hall.too-early': {
    zh: '还没到签到时间，到时候再签到',
    en: 'It is too early to check in; come back nearer your time',
  },
  'hall.other-day': {
    zh: '这个预约不是今天这个大厅的',
    en: 'This booking is for another day or another hall',
  },
  'hall.not-booked': { zh: '这个预约已经取消或用过了', en: 'This booking has been cancelled or used' },
  'hall.no-booking': {
    zh: '今天没有找到预约，可以取一个现场的号',
    en: 'No booking was found for today; take a walk-in ticket',
  },
  'hall.code': {
    zh: '签到码不对，看大厅屏幕上的 4 位数字',
    en: 'Wrong code; read the four figures on the hall screen',
  },
  'hall.no-person': {
    zh: '这个号没有刷证，请群众刷身份证',
    en: 'Nobody is known for this ticket; read the identity card',
  },
  'hall.reason': { zh: '写明原因', en: 'Give the reason' },
};
