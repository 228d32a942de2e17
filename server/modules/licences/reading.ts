import type { ShownLicence } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type Tx } from '../../platform/index.ts';
import { faceOf } from './faces.ts';
import { nameOf, type Parts } from './model.ts';
import { bornOnIn, isAdult, stateOn } from './rules.ts';
import type { ReadCode } from './show-signing.ts';
import type { Reader, ReadShow } from './show-store.ts';
import { publicNumberText } from './words.ts';

export const keptMs = 24 * 3_600_000;

/** One who wants to read a code; a unit also says which types of licence it may see. */
export type Wish = { readonly code: string; readonly reader: Reader; readonly types?: readonly string[] };
type Answer = ShownLicence | Problem;
type Once = Extract<ReadCode, { kind: 'once' }> & { readonly wish: Wish };
type Kept = Extract<ReadCode, { kind: 'kept' }> & { readonly wish: Wish };

/** 验码: reads codes once and logs each use; answers what was disclosed and nothing else. */
export function createReading(parts: Parts) {
  const readShows = (tx: Tx, wishes: readonly Wish[]) => readAll(parts, tx, wishes);
  return {
    readShows,
    async readShow(tx: Tx, code: string, reader: Reader): Promise<ShownLicence> {
      const [answer] = await readShows(tx, [{ code, reader }]);
      if (answer === undefined || answer instanceof Problem) throw answer ?? over();
      return answer;
    },
  };
}

/** Every wish is answered for itself; of two for one code the first is let in. */
async function readAll(parts: Parts, tx: Tx, wishes: readonly Wish[]): Promise<Answer[]> {
  const at = parts.clock();
  const read = wishes.map((wish) => ({ ...parts.signer.read(wish.code), wish }));
  const once = new Map<string, Once>();
  for (const one of read)
    if (one.kind === 'once' && one.expiresAt > at && !once.has(one.showId)) once.set(one.showId, one);
  const found = once.size === 0 ? none : await parts.shows.readShows(tx, askedOf(once), at);
  const answers: Answer[] = [];
  for (const one of read) {
    const refusal = refusalOf(one, at);
    if (refusal !== undefined) answers.push(refusal);
    else if (one.kind === 'kept') answers.push(await readKept(parts, tx, { ...one, at }));
    else if (one.kind === 'once')
      answers.push(answerTo(parts, found.get(one.showId), { at, isFirst: once.get(one.showId) === one }));
  }
  return answers;
}

const none: ReadonlyMap<string, ReadShow> = new Map();

/** What needs no question to the database. */
function refusalOf(read: ReadCode, at: Date): Problem | undefined {
  if (read.kind === 'forged') return forged();
  return read.expiresAt <= at ? over() : undefined;
}

function askedOf(once: ReadonlyMap<string, Once>) {
  return new Map([...once].map(([showId, { wish }]) => [showId, readingOf(wish)]));
}

function readingOf({ reader, types }: Wish) {
  return { ...reader, useId: newId(), types };
}

function answerTo(
  parts: Parts,
  found: ReadShow | undefined,
  { at, isFirst }: { at: Date; isFirst: boolean },
): Answer {
  if (found === undefined) return over();
  if (!found.open) return closed();
  if (!found.fresh || !isFirst)
    return new Problem('licences.show-used', 'conflict', '这个码已经看过一次，让对方换一个再扫');
  return disclosedOf(parts, found, at);
}

/** A code that was kept tells whether the licence is valid now, and since when it was kept. */
async function readKept(parts: Parts, tx: Tx, { wish, at, ...kept }: Kept & { at: Date }): Promise<Answer> {
  const row = await parts.shows.readKept(tx, kept, { ...readingOf(wish), at });
  if (row === undefined) return over();
  if (!row.open) return closed();
  const keptSince = new Date(kept.expiresAt.getTime() - keptMs).toISOString();
  return { ...disclosedOf(parts, row, at), keptSince };
}

/** Of a licence that was shown, the part that was disclosed. */
function disclosedOf({ box, typeOf, demo }: Parts, row: ReadShow, at: Date): ShownLicence {
  const today = shanghaiDay(at);
  const type = typeOf(row.type);
  const valid = stateOn({ state: row.state, validUntil: row.valid_until }, today) === 'valid';
  const base = { disclosure: row.disclosure, checkedAt: at.toISOString(), demo, valid };
  switch (row.disclosure) {
    case 'validity':
      return { ...base, name: nameOf(type) };
    case 'adult': {
      const bornOn = bornOnIn(type, box.open(row).data);
      return { ...base, adult: valid && bornOn !== undefined && isAdult(bornOn, today) };
    }
    case 'face': {
      const { number, data } = box.open(row);
      const { issuer, issued_on: issuedOn, valid_until: validUntil } = row;
      const { front, back } = faceOf(type, { number, issuer, issuedOn, validUntil }, data);
      return { ...base, name: nameOf(type), number: publicNumberText(number), facts: [...front, ...back] };
    }
  }
}

function forged(): Problem {
  return new Problem('licences.show-forged', 'invalid', '这不是我们的亮证码，不要相信');
}

function over(): Problem {
  return new Problem('licences.show-over', 'conflict', '这个码已经失效，让对方换一个再扫');
}

/** The code is not used up: its holder may still show it to somebody else. */
function closed(): Problem {
  return new Problem('licences.show-type', 'forbidden', '您单位没有约定核验这种证照，没有查看');
}
