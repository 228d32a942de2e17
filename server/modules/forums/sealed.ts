import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: what was written about the orders of a forum, and of an appointment. */
export const forumsBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'forums.volunteer', column: 'note', key: ['volunteer_id'] },
      ...{ name: 'forums.volunteer.note', bind: ['volunteer_id'] },
    },
    {
      ...{ table: 'forums.note', column: 'said', key: ['forum_id', 'order_id', 'note_id'] },
      ...{ name: 'forums.note.said', bind: ['note_id'] },
    },
  ],
  other: [],
};
