/** What is said to units in refusal, also in English. */
export const sentences = {
  'partners.purpose': {
    zh: '这个目的没有和您单位约定，不能用来核验',
    en: 'This purpose is not agreed with your unit',
  },
  'partners.partner': { zh: '这个单位已经停用', en: 'This unit has been switched off' },
  'partners.missing': {
    zh: '没有这个单位，或者已经停用',
    en: 'There is no such unit, or it has been switched off',
  },
  'partners.type': {
    zh: '没有这种证照，从列表里选',
    en: 'There is no such type of licence; choose from the list',
  },
  'partners.digest': {
    zh: '内容和签名里的摘要对不上，没有核验',
    en: 'The body is not what was signed; nothing was checked',
  },
  'partners.body': {
    zh: '要写 code（读到的码）和 purpose（用证目的），别的不要',
    en: 'Give code (as it was read) and purpose, and nothing else',
  },
  'partners.replayed': {
    zh: '这个请求已经收到过，换一个 x-nonce 再签名',
    en: 'This request was received before; sign another with a new x-nonce',
  },
};
