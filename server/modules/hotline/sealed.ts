import type { ModuleBytes } from '../../platform/index.ts';

const order = (column: string) => ({
  ...{ table: 'hotline.order', column, key: ['city', 'order_id'], bind: ['order_id'] },
  name: `hotline.order.${column}`,
});
const procedure = (column: string) => ({
  ...{ table: 'hotline.procedure', column, key: ['number'], bind: ['number'] },
  name: `hotline.procedure.${column}`,
});

/** 密封列: who asked and from where, what was said, what lies under it, and everything said about it since. */
export const hotlineBytes: ModuleBytes = {
  sealed: [
    { ...order('owner'), index: { column: 'owner_index', of: 'hotline.order.owner' } },
    { ...order('phone'), index: { column: 'phone_index', of: 'hotline.order.phone' } },
    order('caller'),
    order('said'),
    {
      ...{ table: 'hotline.step', column: 'sealed', key: ['city', 'order_id', 'seq'] },
      ...{ name: 'hotline.step.sealed', bind: ['order_id', 'seq'] },
    },
    {
      ...{ table: 'hotline.attachment', column: 'file', key: ['city', 'order_id', 'place'] },
      ...{ name: 'hotline.attachment.file', bind: ['order_id', 'place'] },
      index: { column: 'file_index', of: 'hotline.attachment.file' },
    },
    { ...procedure('phone'), index: { column: 'phone_index', of: 'hotline.order.phone' } },
    {
      ...procedure('citizen_number'),
      index: { column: 'citizen_number_index', of: 'hotline.procedure.citizen_number' },
    },
    {
      ...{ table: 'hotline.stuck_cause', column: 'finding', key: ['city', 'order_id'], bind: ['order_id'] },
      name: 'hotline.stuck_cause.finding',
    },
    {
      ...{ table: 'hotline.call', column: 'phone', key: ['call_id'], bind: ['call_id'] },
      ...{ name: 'hotline.call.phone', index: { column: 'phone_index', of: 'hotline.order.phone' } },
    },
  ],
  other: [{ table: 'hotline.order', column: 'key_hash', holds: 'hash' }],
};
