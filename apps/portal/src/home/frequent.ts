/** 常办的事: the short list of the home page, most wanted first; it stays in place between releases. */
export const frequent = [
  { item: 'id-renew', zh: '换领身份证', en: 'Renew an ID card' },
  { item: 'move-spouse', zh: '户口迁到配偶处', en: 'Move to your spouse’s household' },
  { item: 'resid-permit', zh: '办居住证', en: 'Get a residence permit' },
  { item: 'birth-reg', zh: '小孩出生入户', en: 'Register a birth' },
  { item: 'dl-renew', zh: '驾驶证到期换证', en: 'Renew a driving licence' },
  { item: 'hk-mo-reendorse', zh: '港澳再次签注', en: 'Hong Kong and Macao endorsement' },
  { item: 'passport-first', zh: '第一次办护照', en: 'Get a first passport' },
  { item: 'quick-claim', zh: '轻微事故快处', en: 'Settle a minor accident' },
] as const;
