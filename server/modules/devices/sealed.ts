import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: nothing is sealed here; keys, tickets and one-time codes are kept as digests. */
export const devicesBytes: ModuleBytes = {
  sealed: [],
  other: [
    { table: 'devices.screen', column: 'key_hash', holds: 'hash' },
    { table: 'devices.screen', column: 'code_index', holds: 'passing-index' },
    { table: 'devices.ticket', column: 'ticket_hash', holds: 'hash' },
    { table: 'devices.device', column: 'key_hash', holds: 'hash' },
    { table: 'devices.device', column: 'code_index', holds: 'passing-index' },
    { table: 'devices.device_ticket', column: 'ticket_hash', holds: 'hash' },
    { table: 'devices.visit', column: 'key_hash', holds: 'hash' },
    { table: 'devices.hand_off', column: 'secret_hash', holds: 'hash' },
  ],
};
