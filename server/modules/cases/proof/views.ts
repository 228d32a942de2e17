import type { WorkingCalendar } from '@tongban/calendar';
import { dayWords } from '@tongban/casework';
import type {
  CaseProofs,
  CaseView,
  CitizenStatus,
  DataCheck,
  Investigation,
  PromiseCheck,
} from '@tongban/contract';
import { maskText } from '../form-facts.ts';
import type { KeptCheck, KeptInvestigation, KeptPromise } from '../kept.ts';
import type { OpenCase } from '../model.ts';
import { slotName } from '../slots.ts';
import { keyOf } from './checks.ts';
import { promiseLight } from './rules.ts';

/** Who looks, on which day, and the names of colleagues. */
export type Looking = {
  caller: string;
  today: string;
  calendar: WorkingCalendar;
  names: ReadonlyMap<string, { name: string }>;
};

/** 替代材料的办理情况: what stands in for the papers of one case, as the desk sees it. */
export function proofsView(open: OpenCase, looking: Looking): CaseProofs {
  const { checks = [], investigations = [] } = open.content;
  return {
    checks: checks.map((check) => checkView(check, looking)),
    investigations: investigations.map((task) => investigationView(open, task, looking)),
    promises: promisesOf(open).map((promise) => promiseView(open, promise, looking)),
  };
}

/** Everyone whose name these proofs tell. */
export function peopleIn({ content }: OpenCase): string[] {
  const { checks = [], investigations = [] } = content;
  return [
    ...new Set([
      ...checks.flatMap(({ by }) => by ?? []),
      ...investigations.flatMap((one) => one.doneBy ?? []),
    ]),
  ];
}

function checkView(check: KeptCheck, { names }: Looking): DataCheck {
  const { check: id, name, simulated, state, at, say, by, facts } = check;
  const colleague = by === undefined ? undefined : names.get(by)?.name;
  return {
    ...{ check: id, ...keyOf(check), source: name.zh, simulated, state, at },
    facts: facts.map(({ label, value }) => ({ label, value: maskText(value) })),
    ...(say === undefined ? {} : { say: maskText(say) }),
    ...(colleague === undefined ? {} : { by: colleague }),
  };
}

export function investigationView(
  { row }: OpenCase,
  kept: KeptInvestigation,
  { caller, names }: Looking,
): Investigation {
  const { task, what, dueOn, state, finding, doneAt, doneBy } = kept;
  const assignee = names.get(doneBy ?? '')?.name;
  return {
    ...{ task, case: row.case_number, ...keyOf(kept), what, dueOn, state },
    mine: (doneBy ?? row.holder_id) === caller,
    ...(assignee === undefined ? {} : { assignee }),
    ...(finding === undefined ? {} : { finding: maskText(finding) }),
    ...(doneAt === undefined ? {} : { doneAt }),
  };
}

type DuePromise = KeptPromise & { dueOn: string };

/** The promises of a case whose check is due: those of a case that was granted. */
export function promisesOf({ content }: OpenCase): DuePromise[] {
  return (content.promises ?? []).flatMap((promise) =>
    promise.dueOn === undefined ? [] : [{ ...promise, dueOn: promise.dueOn }],
  );
}

export function promiseView(
  { row, edition }: OpenCase,
  promise: DuePromise,
  { today, calendar }: Looking,
): PromiseCheck {
  const { task, promisedAt, dueOn, state, correctBy, finding, document } = promise;
  const waiting = state === 'open' || state === 'correcting';
  const day = state === 'correcting' ? (correctBy ?? dueOn) : dueOn;
  return {
    ...{ task, case: row.case_number, itemName: edition.folder.item.name, applicant: row.applicant },
    ...{ ...keyOf(promise), materialName: slotName(edition, promise).zh, promisedAt, dueOn, state, document },
    light: waiting ? promiseLight(day, today, calendar) : 'green',
    ...(correctBy === undefined ? {} : { correctBy }),
    ...(finding === undefined ? {} : { finding: maskText(finding) }),
  };
}

/** 我的承诺: the promises of a case as its applicant sees them. */
export function ownPromises({ content, edition }: OpenCase): CaseView['promises'] {
  return (content.promises ?? []).map((promise) => {
    const { material, state, correctBy, finding } = promise;
    return {
      ...{ material, name: slotName(edition, promise), state },
      ...(correctBy === undefined ? {} : { correctBy }),
      ...(finding === undefined ? {} : { finding }),
    };
  });
}

/** A promise that has to be put right stands above everything else the applicant is told. */
export function findPutRight({ content }: OpenCase): CitizenStatus | undefined {
  const by = (content.promises ?? []).find(({ state }) => state === 'correcting')?.correctBy;
  if (by === undefined) return undefined;
  const day = dayWords(by);
  return {
    ...{ headline: 'needs-you', title: { zh: '需要您处理', en: 'We need something from you' } },
    line: { zh: `${day.zh} 前改正您承诺的事`, en: `Put right what you promised by ${day.en}` },
    ...{ needsYou: true, by },
  };
}
