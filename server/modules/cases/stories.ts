import { type Action, type ActionOf, findAcceptedFile } from '@tongban/casework';
import type { Identity, Person } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import { isApplicants } from './actors.ts';
import type { Ledger } from './ledger.ts';
import { worker } from './ledger.ts';
import type { OpenCase } from './model.ts';
import { slotName } from './slots.ts';
import type { CaseKey } from './store/tables.ts';

type Deps = {
  ledger: Pick<Ledger, 'read'>;
  identity: Pick<Identity, 'persons'>;
  offices: Pick<Offices, 'organisation'>;
};

/** 环节记录: one step somebody finished, from the moment it could begin to the moment it ended. */
type StepStory = {
  readonly name: string;
  readonly event: 'passed' | 'returned';
  readonly startedAt: string;
  readonly endedAt: string;
  readonly by: string;
  readonly explain: string;
};

/** 特别程序记录: one extension or suspension; a suspension that still runs has no end. */
type ProcedureStory = {
  readonly type: 'extend' | 'suspend';
  readonly name: string;
  readonly reason: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly result?: string;
};

/** 办件全貌: one case as other systems are told of it; names and numbers are in full, so it leaves the house only sealed. */
export type CaseStory = CaseKey & {
  readonly number: string;
  readonly item: string;
  readonly itemName: string;
  readonly edition: string;
  readonly officeCode: string;
  readonly channel: 'hall' | 'web';
  readonly applicant: { readonly name: string; readonly citizenNumber: string };
  readonly submittedAt: string;
  readonly acceptedOn?: string;
  readonly acceptanceNumber?: string;
  readonly promisedDays?: number;
  /** 经办人: members of staff who acted on it. */
  readonly handlers: readonly string[];
  readonly steps: readonly StepStory[];
  readonly procedures: readonly ProcedureStory[];
  readonly materials: readonly {
    readonly name: string;
    readonly met: string;
    readonly files: readonly string[];
  }[];
  readonly result?: {
    readonly granted: boolean;
    readonly at: string;
    readonly name: string;
    readonly number?: string;
    readonly delivered: boolean;
  };
  readonly closedAt?: string;
};

/** Tells the stories of cases for those who report them onward. */
export function createStories({ ledger, identity, offices }: Deps) {
  return async (keys: readonly CaseKey[]): Promise<CaseStory[]> => {
    const cases = await Promise.all(keys.map((key) => ledger.read(key)));
    const ids = cases.flatMap(({ row, actions }) => [row.person_id, ...actions.map(({ by }) => by.id)]);
    const people = await identity.persons([...new Set(ids.filter((id) => id !== worker.id))]);
    return cases.map((open) => storyOf(open, people, offices.organisation(open.row.office)?.code ?? ''));
  };
}

type People = ReadonlyMap<string, Person>;

function storyOf(open: OpenCase, people: People, officeCode: string): CaseStory {
  const { row, edition, actions, content, state } = open;
  const person = people.get(row.person_id);
  const accepted = findAction(actions, 'accepted');
  const number = row.documents.find(({ kind }) => kind === 'acceptance')?.number;
  const promised = findAcceptedFile(state)?.acceptance.limits.promised?.days;
  const closed = findAction(actions, 'closed')?.at;
  const result = resultOf(open);
  return {
    ...{ city: row.city, caseId: row.case_id, number: row.case_number, item: row.item },
    ...{ itemName: edition.folder.item.name, edition: row.edition_id, officeCode },
    channel: findAction(actions, 'opened')?.file.channel === 'hall' ? 'hall' : 'web',
    applicant: { name: person?.name ?? '', citizenNumber: person?.citizenNumber ?? '' },
    submittedAt: row.submitted_at.toISOString(),
    ...(accepted === undefined ? {} : { acceptedOn: accepted.on }),
    ...(number === undefined ? {} : { acceptanceNumber: number }),
    ...(promised === undefined ? {} : { promisedDays: promised }),
    handlers: handlersOf(actions),
    steps: stepsOf(open, people),
    procedures: proceduresOf(open),
    materials: content.slots.map((slot) => ({
      name: slotName(edition, slot).zh,
      met: slot.met,
      files: slot.files.map(({ name }) => name),
    })),
    ...(result === undefined ? {} : { result }),
    ...(closed === undefined ? {} : { closedAt: closed }),
  };
}

function findAction<T extends Action['type']>(actions: readonly Action[], type: T): ActionOf<T> | undefined {
  return actions.find((action): action is ActionOf<T> => action.type === type);
}

function handlersOf(actions: readonly Action[]): string[] {
  const acting = actions.filter((action) => !isApplicants(action) && action.by.id !== worker.id);
  return [...new Set(acting.map(({ by }) => by.id))];
}

/** A step begins when the one before it ended. */
function stepsOf({ actions, plan }: OpenCase, people: People): StepStory[] {
  const finished = ['step-passed', 'step-returned'];
  return actions.flatMap((action, at) => {
    if (action.type !== 'step-passed' && action.type !== 'step-returned') return [];
    const before = actions
      .slice(0, at)
      .findLast(({ type }) => type === 'accepted' || finished.includes(type));
    return [
      {
        name: plan.steps.find(({ id }) => id === action.step)?.name.zh ?? action.step,
        event: action.type === 'step-passed' ? ('passed' as const) : ('returned' as const),
        startedAt: before?.at ?? action.at,
        endedAt: action.at,
        by: people.get(action.by.id)?.name ?? '',
        explain: action.type === 'step-passed' ? action.opinion : action.reason,
      },
    ];
  });
}

function proceduresOf({ actions, plan }: OpenCase): ProcedureStory[] {
  const nameOf = (id: string) => plan.specialProcedures.find((one) => one.id === id)?.name.zh ?? id;
  return actions.flatMap((action, at): ProcedureStory[] => {
    if (action.type === 'limit-extended') {
      const { procedure, reason, days } = action;
      const told = { type: 'extend', name: nameOf(procedure), reason, result: String(days) } as const;
      return [{ ...told, startedAt: action.at, endedAt: action.at }];
    }
    if (action.type !== 'special-procedure-started') return [];
    const end = findAction(actions.slice(at), 'special-procedure-ended');
    const told = { type: 'suspend', name: nameOf(action.procedure), reason: action.reason } as const;
    const ended = end === undefined ? {} : { endedAt: end.at, result: end.result };
    return [{ ...told, startedAt: action.at, ...ended }];
  });
}

function resultOf({ actions, edition, row }: OpenCase): CaseStory['result'] {
  const decided = findAction(actions, 'granted') ?? findAction(actions, 'refused');
  if (decided === undefined) return undefined;
  const granted = decided.type === 'granted';
  const kind = granted ? ['result', 'certificate', 'grant'] : ['refusal'];
  const number = kind.flatMap((one) => row.documents.find((paper) => paper.kind === one)?.number ?? [])[0];
  return {
    granted,
    at: decided.at,
    name: granted ? edition.folder.item.result.name : '不予许可决定书',
    ...(number === undefined ? {} : { number }),
    delivered: actions.some(({ type }) => type === 'handed-over'),
  };
}
