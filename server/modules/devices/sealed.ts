import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: nothing is sealed here; keys, tickets and pairing codes of screens are kept as digests. */
export const devicesBytes: ModuleBytes = {
  sealed: [],
  other: [
    { table: 'devices.screen', column: 'key_hash', holds: 'hash' },
    { table: 'devices.screen', column: 'code_index', holds: 'passing-index' },
    { table: 'devices.ticket', column: 'ticket_hash', holds: 'hash' },
  ],
};
