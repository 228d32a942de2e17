import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: number and data of licences. */
export const licencesBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'licences.licence', column: 'sealed', key: ['person_id', 'licence_id'] },
      ...{ name: 'licences.licence.sealed', bind: ['licence_id'] },
    },
  ],
  other: [],
};
