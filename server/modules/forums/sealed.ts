import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: what was written about the orders of a forum. */
export const forumsBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'forums.note', column: 'said', key: ['forum_id', 'order_id', 'note_id'] },
      ...{ name: 'forums.note.said', bind: ['note_id'] },
    },
  ],
  other: [],
};
