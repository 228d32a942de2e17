import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: names, phones and addresses parcels go to or come from. */
export const deliveriesBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'deliveries.delivery', column: 'sealed', key: ['delivery_id'] },
      ...{ name: 'deliveries.delivery.sealed', bind: ['delivery_id'] },
    },
  ],
  other: [],
};
