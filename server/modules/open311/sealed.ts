import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: what was written with requests that other systems passed on. */
export const open311Bytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'open311.request', column: 'sealed', key: ['request_id'], bind: ['request_id'] },
      name: 'open311.request.sealed',
    },
  ],
  other: [],
};
