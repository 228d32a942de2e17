import { type ProblemReply, type Sentences, statusOf } from '@tongban/contract';
import { type Fault, Problem, type Words } from '@tongban/kernel';
import type { Language } from './context.ts';
import { isAway, isUnkeepable } from './database.ts';
import { faultWords, platformSentences, titles } from './sentences.ts';

const codesOfFastify: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: say('request.media-type', 'invalid'),
  FST_ERR_CTP_BODY_TOO_LARGE: say('request.too-large', 'too-large'),
  FST_ERR_NOT_FOUND: say('request.no-path', 'missing'),
};

/** 拒绝: one answer for one thing that went wrong; no internals, in the reader's language. */
export type Refusal = { readonly status: number; readonly body: ProblemReply };

/** Makes a platform problem with its own sentence. */
export function say(
  code: keyof typeof platformSentences & string,
  kind: Problem['kind'],
  faults: readonly Fault[] = [],
): Problem {
  return new Problem(code, kind, platformSentences[code]?.zh ?? code, faults);
}

/** Reads any error as the problem it is, or undefined when it is a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (isAway(error)) return say('server.away', 'unavailable');
  if (isUnkeepable(error)) return say('request.unkeepable', 'invalid');
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  const known = codesOfFastify[code];
  if (known !== undefined) return known;
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return say('request.too-large', 'too-large');
  if (status === 429) return say('request.too-many', 'too-many');
  return status >= 400 && status < 500 ? say('request.malformed', 'invalid') : undefined;
}

/** Words a problem for the wire. */
export function refusalFrom(
  problem: Problem | undefined,
  reader: { readonly language: Language; readonly requestId: string; readonly sentences: Sentences },
): Refusal {
  const { language, sentences } = reader;
  const code = problem?.code ?? 'server.fault';
  const status = statusFor(problem);
  const known = sentences[code];
  const told = problem?.message ?? known?.zh ?? '';
  return {
    status,
    body: {
      type: 'about:blank',
      title: titles[problem?.kind ?? 'fault'][language],
      status,
      detail: language === 'en' ? (known?.en ?? told) : told,
      instance: reader.requestId,
      code,
      errors: (problem?.faults ?? []).map((fault) => inLanguage(fault, language, sentences)),
    },
  };
}

function statusFor(problem: Problem | undefined): number {
  if (problem === undefined) return 500;
  if (problem.code === 'request.media-type') return 415;
  return problem.code === 'request.no-method' ? 405 : statusOf[problem.kind];
}

function inLanguage(fault: Fault, language: Language, sentences: Sentences): Fault {
  const words: Words | undefined = sentences[fault.code] ?? faultWords[fault.code];
  return language === 'en' && words !== undefined ? { ...fault, message: words.en } : fault;
}
