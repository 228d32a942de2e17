import type { Words } from '@tongban/contract';
import { postSigned, readSigned, type SignedPeer } from '../../../../platform/index.ts';

/** One question to a data source: whether this person holds what the paper would prove. */
export type SourceQuestion = {
  /** Which question it is; an answer names it, so that an old answer never answers a new question. */
  readonly check: string;
  readonly source: string;
  /** The type of licence the source keeps. */
  readonly licence: string;
  readonly item: string;
  readonly subject: { readonly name: string; readonly citizenNumber: string };
};

/** What a source says: it agrees, it knows otherwise, or it knows nothing. */
export type SourceAnswer = {
  readonly state: 'match' | 'mismatch' | 'unknown';
  readonly facts: readonly { label: Words; value: string }[];
  readonly say?: string;
};

/** 数据核验接口: asks the registers of other offices. Throws when they cannot be reached or do not answer in time. */
export type DataSources = {
  readonly kind: 'http' | 'simulator' | 'none';
  readonly ask: (question: SourceQuestion, waitMs: number) => Promise<SourceAnswer>;
};

/** A person as the simulated registers know them. */
export type RecordedPerson = {
  readonly name: string;
  readonly citizenNumber: string;
  readonly licences: readonly {
    readonly type: string;
    readonly number: string;
    readonly issuedOn: string;
    readonly validUntil?: string;
  }[];
};

/** Simulates the registers with the licences of the invented people of the demo bureau. */
export function createSourcesSimulator(people: readonly RecordedPerson[], today: () => string): DataSources {
  const byNumber = new Map(people.map((person) => [person.citizenNumber, person]));
  return {
    kind: 'simulator',
    async ask({ licence, subject }) {
      const person = byNumber.get(subject.citizenNumber);
      const held = person?.licences.find(({ type }) => type === licence);
      if (person === undefined || held === undefined) return { state: 'unknown', facts: [] };
      const facts = [
        { label: { zh: '编号', en: 'Number' }, value: held.number },
        { label: { zh: '登记日期', en: 'Recorded on' }, value: held.issuedOn },
      ];
      if (person.name !== subject.name) return { state: 'mismatch', facts, say: '姓名和登记的不一样' };
      const over = held.validUntil !== undefined && held.validUntil < today();
      return over
        ? { state: 'mismatch', facts, say: `有效期到 ${held.validUntil}，已经过了` }
        : { state: 'match', facts };
    },
  };
}

/** Asks over HTTP by signed JSON; the answer must be signed too and name the question. */
export function createSourcesHttp(peer: SignedPeer): DataSources {
  return {
    kind: 'http',
    ask: async (question, waitMs) =>
      readAnswer(await readSigned(peer, await postSigned(peer, question, waitMs)), question.check),
  };
}

/** No register is connected: every question is left to people. */
export function createNoSources(): DataSources {
  return { kind: 'none', ask: () => Promise.reject(new Error('no data sources are connected')) };
}

const states = ['match', 'mismatch', 'unknown'] as const;

function readAnswer(told: unknown, check: string): SourceAnswer {
  const { check: named, state, say, facts } = recordOf(told);
  const known = states.find((one) => one === state);
  if (known === undefined || named !== check) throw new Error('unreadable answer of a data source');
  return {
    state: known,
    facts: Array.isArray(facts) ? facts.map(readFact) : [],
    ...(typeof say === 'string' && say.trim() !== '' ? { say: say.trim().slice(0, 300) } : {}),
  };
}

function readFact(told: unknown): SourceAnswer['facts'][number] {
  const { label, label_en: en, value } = recordOf(told);
  if (typeof label !== 'string' || typeof value !== 'string')
    throw new Error('unreadable fact of a data source');
  return { label: typeof en === 'string' ? { zh: label, en } : { zh: label }, value };
}

function recordOf(told: unknown): Record<string, unknown> {
  return typeof told === 'object' && told !== null ? { ...told } : {};
}
