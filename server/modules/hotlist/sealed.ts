import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: what was written about the matters of the list inside the bureau. */
export const hotlistBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'hotlist.step', column: 'said', key: ['topic_id', 'step_id'] },
      ...{ name: 'hotlist.step.said', bind: ['topic_id', 'step_id'] },
    },
  ],
  other: [],
};
