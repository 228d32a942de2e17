import type { Sentences } from '@tongban/contract';

/** What refusals at the window say in both languages. */
export const sentences: Sentences = {
  'intake.missing': { zh: '没有这次受理，或它不是您的', en: 'There is no such sitting, or it is not yours' },
  'intake.ended': {
    zh: '这次受理已经结束，重新读卡再办',
    en: 'This sitting has ended; read the card again to go on',
  },
  'intake.own': {
    zh: '不能给自己办，请另一位同事受理',
    en: 'You cannot take in your own application; ask a colleague',
  },
  'intake.no-post': { zh: '先选一个窗口岗位再受理', en: 'Choose a post at a window first' },
  'intake.just-begun': {
    zh: '刚才已经开始了一次受理，刷新后再看',
    en: 'A sitting has just begun; reload to see it',
  },
  'intake.not-here': {
    zh: '您的岗位不收这件事，请能收的窗口办理',
    en: 'Your post does not take this in; send it to a window that does',
  },
  'intake.full': {
    zh: '一次同时办的件数到了上限，先提交填好的',
    en: 'No more items fit into this sitting; hand in the finished ones first',
  },
  'intake.no-item': { zh: '先选要办的事', en: 'Choose an item first' },
  'intake.draft': {
    zh: '这次受理里没有这件事，先选上再填',
    en: 'This item is not part of the sitting; take it up first',
  },
  'intake.nothing-taken': { zh: '先选要办的事', en: 'Take up an item first' },
  'intake.not-ready': { zh: '有几件还不能提交', en: 'Some items cannot be handed in yet' },
  'intake.unconfirmed': {
    zh: '先请群众确认并签名，再提交',
    en: 'Ask the person to confirm and sign first',
  },
  'intake.declined': {
    zh: '群众没有确认，改好后再请群众确认',
    en: 'The person did not confirm; correct it and ask again',
  },
  'intake.no-signature': { zh: '先在屏上签名，再点确认', en: 'Sign on the screen first, then confirm' },
};
