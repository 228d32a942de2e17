import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: the keys units sign with. */
export const partnersBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'partners.partner', column: 'key_sealed', key: ['partner_id'] },
      ...{ name: 'partners.partner.key_sealed', bind: ['partner_id'] },
    },
  ],
  other: [],
};
