import type { Action, ActionType } from '@tongban/casework';
import Type, { type Static } from 'typebox';
import { fact } from '../../platform/index.ts';
import type { OpenCase } from './model.ts';

const Happened = Type.Object({
  city: Type.String(),
  caseId: Type.String(),
  number: Type.String(),
  item: Type.String(),
  division: Type.String(),
  branch: Type.String(),
  personId: Type.String(),
  at: Type.String(),
});
const Ended = Type.Object({ ...Happened.properties, how: Type.String() });

const caseSubmitted = fact('cases.submitted', Happened);
const correctionRequested = fact('cases.correction-requested', Happened);
const correctionsReceived = fact('cases.corrections-received', Happened);
const caseAccepted = fact('cases.accepted', Happened);
const caseNotAccepted = fact('cases.not-accepted', Happened);
const caseGranted = fact('cases.granted', Happened);
const caseRefused = fact('cases.refused', Happened);
const resultReady = fact('cases.result-ready', Happened);
const caseClosed = fact('cases.closed', Ended);

type Tell = (data: Static<typeof Happened>) => ReturnType<typeof caseSubmitted>;

const TOLD: Partial<Record<ActionType, Tell>> = {
  submitted: caseSubmitted,
  'correction-requested': correctionRequested,
  resubmitted: correctionsReceived,
  accepted: caseAccepted,
  'not-accepted': caseNotAccepted,
  granted: caseGranted,
  refused: caseRefused,
  'result-ready': resultReady,
};

/** The fact others are told of when an action is recorded; undefined for what concerns the desk alone. */
export function findFact(action: Action, { row }: Pick<OpenCase, 'row'>, ending: string | undefined) {
  const data = {
    ...{ city: row.city, caseId: row.case_id, number: row.case_number, item: row.item },
    ...{ division: row.division, branch: row.branch, personId: row.person_id, at: action.at },
  };
  return ending === undefined ? TOLD[action.type]?.(data) : caseClosed({ ...data, how: ending });
}
