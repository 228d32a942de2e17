import Type, { type Static, type TSchema } from 'typebox';
import { Compile } from 'typebox/schema';
import { postSigned, readSigned, type SignedPeer } from '../../platform/index.ts';

type At = { readonly device: string };
type Compared = At & { readonly case: string; readonly citizenNumber: string; readonly fingerprint: string };

/**
 * 自助证件柜: finished cards lie in the slots of a kiosk; it compares a fingerprint with the one on the card and then opens
 * the slot. A fingerprint passes through and is kept nowhere.
 */
export type CardCabinet = {
  readonly kind: 'http' | 'simulator';
  /** Which of these cases lie in the cabinet of a machine. */
  readonly held: (asked: At & { cases: readonly string[] }) => Promise<readonly string[]>;
  /** A permit to open the slot of a case once; undefined when the fingerprint is not the owner’s. */
  readonly match: (asked: Compared) => Promise<string | undefined>;
  /** Opens the slot; answers where it is. */
  readonly open: (asked: At & { case: string; permit: string }) => Promise<string>;
};

/** What the simulator takes for the right finger. */
export const simulatedMatch = 'simulated-match';
const slots = 24;

/** 模拟证件柜: holds every finished card and tells the right finger by a word; the kiosk says that it is pretended. */
export function createCabinetSimulator(): CardCabinet {
  return {
    kind: 'simulator',
    held: ({ cases }) => Promise.resolve(cases),
    match: ({ fingerprint, case: number }) =>
      Promise.resolve(fingerprint === simulatedMatch ? `permit ${number}` : undefined),
    open: ({ case: number }) => Promise.resolve(slotOf(number)),
  };
}

/** Always the same slot for a case, e.g. `A07`. */
function slotOf(number: string): string {
  const sum = [...number].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return `A${String((sum % slots) + 1).padStart(2, '0')}`;
}

const Held = Type.Object({ held: Type.Array(Type.String()) });
const Matched = Type.Object({ matched: Type.Boolean(), permit: Type.Optional(Type.String()) });
const Opened = Type.Object({ slot: Type.String({ minLength: 1, maxLength: 20 }) });
/** Comparing takes the machine some seconds. */
const matchMs = 15_000;

/** Speaks to a cabinet’s service by signed JSON and believes only answers it has signed itself. */
export function createCabinetHttp(peer: SignedPeer): CardCabinet {
  return {
    kind: 'http',
    held: async (asked) => (await ask(peer, { ask: 'held', ...asked }, Held)).held,
    async match(asked) {
      const { matched, permit } = await ask(peer, { ask: 'match', ...asked }, Matched, matchMs);
      return matched ? permit : undefined;
    },
    open: async (asked) => (await ask(peer, { ask: 'open', ...asked }, Opened)).slot,
  };
}

async function ask<S extends TSchema>(
  peer: SignedPeer,
  message: { readonly ask: string },
  ...[shape, waitMs]: [shape: S, waitMs?: number]
): Promise<Static<S>> {
  const told = await readSigned(peer, await postSigned(peer, message, waitMs));
  if (!Compile(shape).Check(told)) throw new Error(`cabinet answered ${message.ask} in another shape`);
  return told as Static<S>;
}
