import type { ModuleBytes } from '../../platform/index.ts';

const [person, account] = ['identity.person', 'identity.account'];

/** 密封列: what of people and accounts is sealed, indexed blindly or kept as a hash. */
export const identityBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: person, column: 'citizen_number', key: ['person_id'] },
      ...{ name: 'identity.person.number', bind: ['person_id'] },
      index: { column: 'citizen_number_index', of: 'identity.person.number' },
    },
    {
      ...{ table: person, column: 'phone', key: ['person_id'] },
      ...{ name: 'identity.person.phone', bind: ['person_id'] },
    },
    {
      ...{ table: account, column: 'totp_secret', key: ['person_id'] },
      ...{ name: 'identity.account.totp', bind: ['person_id'] },
    },
    {
      ...{ table: account, column: 'citizen_number', key: ['person_id'] },
      ...{ name: 'identity.account.number', bind: ['person_id'] },
      // The same index as of a person, so that one number is found in both.
      index: { column: 'citizen_number_index', of: 'identity.person.number' },
    },
  ],
  other: [
    { table: 'identity.code', column: 'phone_index', holds: 'passing-index' },
    { table: 'identity.code', column: 'code_index', holds: 'passing-index' },
    { table: 'identity.session', column: 'token_hash', holds: 'hash' },
  ],
};
