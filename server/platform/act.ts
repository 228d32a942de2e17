import { isRawReply, isStreamReply, needsKey, type Raw, type Route, type Told } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headerOf, isOnRecord } from './admission.ts';
import { type AuditLine, actorOf, writeAudit } from './audit.ts';
import type { Caller } from './caller.ts';
import type { Db } from './database.ts';
import type { Http } from './http.ts';
import { type Claim, claimKey, digestOf, keptAnswer, keyFrom, veiled } from './idempotency.ts';
import type { Unit } from './unit.ts';
import type { Subject } from './visit.ts';

type Json = { [key: string]: unknown };

/** An answer ready to be sent. */
export type Answer =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: string | undefined;
      readonly replayed: boolean;
    }
  | { readonly kind: 'raw'; readonly raw: Raw }
  | { readonly kind: 'stream'; readonly told: AsyncIterable<Told<unknown>> };

/** One act of a caller: everything needed to do it once and put it on record. */
export type Act = {
  readonly http: Http;
  readonly route: Route;
  readonly caller: Caller;
  readonly unit: Unit;
  readonly subject: Subject;
  readonly act: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** Lets the keeper act; commits its writes, the audit line and the answer to a creating call together. */
export async function keepPromise(act: Act, keep: () => unknown): Promise<Answer> {
  try {
    return await (needsKey(act.route) ? keepOnce(act, keep) : keepPlainly(act, keep));
  } catch (error) {
    await abandon(act, error);
    throw error;
  }
}

async function keepPlainly(act: Act, keep: () => unknown): Promise<Answer> {
  const answer = answerFrom(act, await keep());
  if (isOnRecord(act.route) || act.subject.beside.length > 0) await record(act, lineOf(act, answer));
  await act.unit.commit();
  return answer;
}

/** A line that stands alone needs no transaction around it. */
async function record({ unit, http, caller, subject }: Act, line: AuditLine): Promise<void> {
  const whole = { ...line, beside: subject.beside };
  const write = (db: Db) => writeAudit(db, caller, whole);
  if (unit.isBegun()) await unit.run(write);
  else if (subject.beside.length > 0) await write(http.surroundings.db);
  else await http.recordAlone(caller, line);
}

async function keepOnce(act: Act, keep: () => unknown): Promise<Answer> {
  const { unit, caller, http } = act;
  const claim = claimOf(act);
  const before = await unit.run((tx) => claimKey(tx, claim, http.surroundings.clock()));
  if (before !== undefined) {
    await unit.abandon();
    return { kind: 'json', ...before, replayed: true };
  }
  const answer = answerFrom(act, await keep());
  const kept = answer.kind === 'json' ? [keptAnswer(claim, answer)] : [];
  await unit.run((tx) =>
    writeAudit(tx, caller, { ...lineOf(act, answer), beside: [...act.subject.beside, ...kept] }),
  );
  await unit.commit();
  return answer;
}

function claimOf({ request, caller, route }: Act): Claim {
  const key = keyFrom(headerOf(request, 'idempotency-key'));
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  const asked = digestOf(request.method, request.url, body);
  const actor = actorOf(caller);
  return route.discreet === true ? { ...veiled(actor, key), asked } : { actor, key, asked };
}

function answerFrom({ route, reply }: Act, kept: unknown): Answer {
  if (isRawReply(route.reply)) return { kind: 'raw', raw: kept as Raw };
  if (isStreamReply(route.reply)) return { kind: 'stream', told: kept as AsyncIterable<Told<unknown>> };
  if (route.reply === undefined) return { kind: 'json', status: 204, body: undefined, replayed: false };
  const status = route.status ?? 200;
  reply.code(status);
  // What was promised and nothing else; the writer of a route is built with its first answer.
  const body = reply.serializeInput(kept as Json, route.reply as unknown as Json);
  return { kind: 'json', status, body, replayed: false };
}

function lineOf(act: Act, answer: Answer): AuditLine {
  return { ...baseOf(act), object: act.subject.object ?? objectOf(act, answer), result: 'done' };
}

function baseOf({ act, subject, request }: Act) {
  const { purpose, unnamed } = subject;
  return { action: act, purpose, unnamed, requestId: request.id, ip: request.ip };
}

/** By default an act is about the path asked for, and the id of what was created there. */
function objectOf({ route, request }: Act, answer: Answer): string {
  const path = request.url.split('?', 1)[0] ?? request.url;
  if (!needsKey(route) || answer.kind !== 'json' || answer.body === undefined) return path;
  const made: unknown = JSON.parse(answer.body);
  const id = typeof made === 'object' && made !== null && 'id' in made ? made.id : undefined;
  return typeof id === 'string' ? `${path}/${id}` : path;
}

async function abandon(act: Act, error: unknown): Promise<void> {
  const { log } = act.http.surroundings;
  try {
    await act.unit.abandon();
    const outcome = outcomeOf(act, error);
    // What somebody may not see is put on record even where looking is not.
    if (!isOnRecord(act.route) && outcome.result !== 'denied') return;
    const object = act.subject.object ?? act.request.url.split('?', 1)[0] ?? '';
    await act.http.recordAlone(act.caller, { ...baseOf(act), object, ...outcome });
  } catch (second) {
    log.error({ err: second, requestId: act.request.id }, 'a refused act could not be put on record');
  }
}

/** Somebody known who asks for a thing beyond their reach is denied it, even when told that it is not there. */
function outcomeOf({ caller, route }: Act, error: unknown): Pick<AuditLine, 'result' | 'code'> {
  if (!(error instanceof Problem)) return { result: 'failed' };
  const { code, kind } = error;
  const beyond = kind === 'forbidden' || (kind === 'missing' && route.params !== undefined);
  return { result: beyond && caller.personId !== undefined ? 'denied' : 'refused', code };
}
