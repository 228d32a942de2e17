import type { ModuleBytes } from '../../platform/index.ts';

const column = (table: string, name: string, key: readonly string[]) => ({
  ...{ table: `ratings.${table}`, column: name, key, name: `ratings.${table}.${name}`, bind: key },
});

/** 密封列: what people wrote when they rated, what was said about it, by which phone they are reached, and who praised. */
export const ratingsBytes: ModuleBytes = {
  sealed: [
    column('rating', 'said', ['rating_id']),
    column('repair', 'reply', ['repair_id']),
    column('repair', 'contact', ['repair_id']),
    {
      ...column('invitation', 'phone', ['service_id']),
      index: { column: 'phone_index', of: 'ratings.invitation.phone_index' },
    },
    column('repair_step', 'said', ['repair_id', 'seq']),
    column('praise', 'sealed', ['praise_id']),
  ],
  other: [],
};
