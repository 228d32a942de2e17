import type { WorkingCalendar } from '@tongban/calendar';
import type { Action, CasePlan, CaseState } from '@tongban/casework';
import type { ItemEdition } from '@tongban/catalogue';
import { maskName, shanghaiDay } from '@tongban/kernel';
import { type CopyRow, type CopyTable, newId } from '../../../platform/index.ts';
import type { Invented } from '../../identity/index.ts';
import type { Organisation } from '../../offices/index.ts';
import type { Boxes } from '../ledger.ts';
import { waitingOf } from '../list/waiting.ts';
import type { CaseContent, OpenCase } from '../model.ts';
import { holderOf, queueOf, urgentOn } from '../standing.ts';

/** The tables an invented case is written to. */
export const seedTables = {
  case: {
    name: 'cases.case',
    columns: [
      ['city', 'text'],
      ['case_id', 'uuid'],
      ['case_number', 'text'],
      ['draft_id', 'uuid'],
      ['person_id', 'uuid'],
      ['filed_by', 'uuid'],
      ['applicant', 'text'],
      ['item', 'text'],
      ['edition_id', 'uuid'],
      ['division', 'text'],
      ['branch', 'text'],
      ['office', 'text'],
      ['state', 'text'],
      ['queue', 'text'],
      ['urgent_on', 'date'],
      ['holder_id', 'uuid'],
      ['unassigned_since', 'timestamptz'],
      ['yellow_on', 'date'],
      ['red_on', 'date'],
      ['version', 'integer'],
      ['sealed', 'bytea'],
      ['marks', 'jsonb'],
      ['defects', 'jsonb'],
      ['documents', 'jsonb'],
      ['submitted_at', 'timestamptz'],
      ['channel', 'text'],
    ],
  },
  action: {
    name: 'cases.action',
    columns: [
      ['city', 'text'],
      ['case_id', 'uuid'],
      ['seq', 'integer'],
      ['type', 'text'],
      ['at', 'timestamptz'],
      ['sealed', 'bytea'],
    ],
  },
  ofPerson: {
    name: 'cases.of_person',
    columns: [
      ['person_id', 'uuid'],
      ['case_id', 'uuid'],
      ['city', 'text'],
      ['case_number', 'text'],
      ['submitted_at', 'timestamptz'],
    ],
  },
} as const satisfies Readonly<Record<string, CopyTable>>;

/** Names in a mould that are replaced in every cast. */
export const moulds = { caseId: '#case#', personId: '#person#', number: '#number#' } as const;

/** 模子: a course worked out once for an item, an office, an ending and a day; many cases are cast from it. */
export type Mould = {
  readonly edition: ItemEdition;
  readonly editionId: string;
  readonly plan: CasePlan;
  readonly office: Organisation;
  readonly division: string;
  readonly actions: readonly { readonly type: string; readonly at: Date; readonly text: string }[];
  readonly content: CaseContent;
  readonly standing: readonly (string | number | Date | undefined)[];
  readonly submittedAt: Date;
};

type Worked = Omit<Mould, 'actions' | 'standing' | 'submittedAt'> & {
  readonly actions: readonly Action[];
  readonly state: CaseState;
};

/** Makes a mould of a course; what lists show is folded from its state, as for any case. */
export function mouldOf(worked: Worked, { calendar, now }: { calendar: WorkingCalendar; now: Date }): Mould {
  const { actions, state } = worked;
  const submittedAt = new Date(actions[0]?.at ?? now);
  const holder = holderOf(state, undefined);
  const open = { row: { unassigned_since: submittedAt }, state, plan: worked.plan } as OpenCase;
  const waiting = waitingOf(open, { holder, calendar, now });
  return {
    ...worked,
    submittedAt,
    actions: actions.map((action) => ({
      type: action.type,
      at: new Date(action.at),
      text: JSON.stringify(action),
    })),
    standing: [
      ...[state.status, queueOf(state), urgentOn(state, calendar, shanghaiDay(now)), holder],
      ...[waiting.unassigned_since, waiting.yellow_on, waiting.red_on, actions.length],
    ],
  };
}

type Cast = { readonly mould: Mould; readonly person: Invented; readonly number: string };
type CastRows = { readonly case: CopyRow; readonly actions: readonly CopyRow[]; readonly ofPerson: CopyRow };

/** Casts one case: its row, its actions and its place in the person's list, everything personal sealed. */
export function castCase(boxes: Boxes, { mould, person, number }: Cast): CastRows {
  const { division, office, edition, editionId, standing, submittedAt } = mould;
  const city = division.slice(0, 4);
  const caseId = newId();
  const told = (text: string) =>
    text
      .replaceAll(moulds.caseId, caseId)
      .replaceAll(moulds.personId, person.personId)
      .replaceAll(moulds.number, number);
  const { personId } = person;
  return {
    case: [
      ...[city, caseId, number, newId(), personId, personId, maskName(person.name)],
      ...[edition.folder.item.id, editionId, division, office.branch, office.id],
      ...standing,
      boxes.sealContent(caseId, mould.content),
      ...['[]', '[]', '[]'],
      ...[submittedAt, 'web'],
    ],
    actions: mould.actions.map(({ type, at, text }, seq) => [
      ...[city, caseId, seq, type, at],
      boxes.sealText(caseId, seq, told(text)),
    ]),
    ofPerson: [personId, caseId, city, number, submittedAt],
  };
}
