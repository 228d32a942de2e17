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
const Urged = Type.Object({ ...Happened.properties, holderId: Type.Optional(Type.String()) });
const Ended = Type.Object({ ...Happened.properties, how: Type.String() });
const Settled = Type.Object({ ...Happened.properties, outcome: Type.String() });

const caseSubmitted = fact('cases.submitted', Happened);
const correctionRequested = fact('cases.correction-requested', Happened);
const correctionsReceived = fact('cases.corrections-received', Happened);
const caseAccepted = fact('cases.accepted', Happened);
const caseNotAccepted = fact('cases.not-accepted', Happened);
const caseGranted = fact('cases.granted', Happened);
const caseRefused = fact('cases.refused', Happened);
const resultReady = fact('cases.result-ready', Happened);
/** 催办: an applicant urges; the holder, where there is one, should hear of it. */
export const caseUrged = fact('cases.urged', Urged);
/** A case ended, and how. */
export const caseClosed = fact('cases.closed', Ended);
const caseRevoked = fact('cases.revoked', Happened);
/** 请申请人配合: one step waits for the applicant. */
const caseAsked = fact('cases.asked', Happened);
/** 特别程序、延期: the clock of a case stopped, goes on, or runs longer. */
const casePaused = fact('cases.paused', Happened);
const caseResumed = fact('cases.resumed', Happened);
const caseExtended = fact('cases.extended', Happened);
/** A case went on inside the bureau: of interest to whoever reports it onward. */
const caseMoved = fact('cases.moved', Happened);
/** 承诺核查: what became of a promise; the applicant should hear of one to be put right or found untrue. */
export const promiseSettled = fact('cases.promise-settled', Settled);

/** Every fact after which a case reads differently to the outside. */
export const caseFacts = [
  caseSubmitted,
  correctionRequested,
  correctionsReceived,
  caseAccepted,
  caseNotAccepted,
  caseGranted,
  caseRefused,
  resultReady,
  caseClosed,
  caseRevoked,
  caseAsked,
  casePaused,
  caseResumed,
  caseExtended,
  caseMoved,
] as const;

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
  revoked: caseRevoked,
  asked: caseAsked,
  'step-passed': caseMoved,
  'step-returned': caseMoved,
  'special-procedure-started': casePaused,
  'special-procedure-ended': caseResumed,
  'limit-extended': caseExtended,
};

/** The fact others are told of when an action is recorded; undefined for what concerns the desk alone. */
export function findFact(action: Action, { row }: Pick<OpenCase, 'row'>, ending: string | undefined) {
  const data = happened({ row }, action.at);
  // A case that is revoked has been closed before, or ends by it; either way this is the one thing to tell.
  if (ending === undefined || action.type === 'revoked') return TOLD[action.type]?.(data);
  return caseClosed({ ...data, how: ending });
}

/** What every fact about a case tells of it. */
export function happened({ row }: Pick<OpenCase, 'row'>, at: string): Static<typeof Happened> {
  return {
    ...{ city: row.city, caseId: row.case_id, number: row.case_number, item: row.item },
    ...{ division: row.division, branch: row.branch, personId: row.person_id, at },
  };
}
