import type { ModuleBytes } from '../../platform/index.ts';

/** A column of a table of cases; its place is named after it. */
function column(table: string, key: readonly string[], bind: readonly string[], name = 'sealed') {
  return { table: `cases.${table}`, column: name, key, name: `cases.${table}.${name}`, bind };
}

const ofSitting = ['person_id', 'sitting_id'];
const mark = ['draft_id', 'material', 'of_person', 'checkpoint'];

/** 密封列: everything of drafts, cases, sittings and collections that tells of people. */
export const casesBytes: ModuleBytes = {
  sealed: [
    column('draft', ['person_id', 'draft_id'], ['draft_id']),
    column('case', ['city', 'case_id'], ['case_id']),
    column('action', ['city', 'case_id', 'seq'], ['case_id', 'seq']),
    column('held', ['city', 'case_id'], ['case_id', 'held_id']),
    column('note', ['city', 'case_id', 'note_id'], ['case_id', 'note_id']),
    column('export', ['person_id', 'export_id'], ['export_id'], 'wish'),
    column('export', ['person_id', 'export_id'], ['export_id'], 'file'),
    column('sitting_confirmation', [...ofSitting, 'seq'], ['sitting_id', 'seq']),
    column('sitting_mark', [...ofSitting, ...mark], ['sitting_id', ...mark]),
    column('collection', ['person_id', 'collection_id'], ['collection_id']),
    column('access', ['person_id', 'access_id'], ['access_id'], 'reason'),
  ],
  other: [{ table: 'cases.sitting_confirmation', column: 'shown', holds: 'passing-index' }],
};
