import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/schema';
import { isSignedBy, type SignedPeer } from '../../../platform/index.ts';

const News = Type.Object({
  /** The call by the telephone system’s own name; the same call keeps it. */
  call: Type.String({ minLength: 1, maxLength: 80 }),
  state: Type.Enum(['ringing', 'answered', 'ended']),
  /** The extension it rings at. */
  extension: Type.String({ minLength: 1, maxLength: 20 }),
  phone: Type.String({ pattern: '^\\+?\\d{3,20}$' }),
  dialled: Type.String({ pattern: '^[\\d-]{1,20}$' }),
  at: Type.String({ format: 'date-time' }),
});
export type CallNews = Static<typeof News>;
const Pushes = Type.Object({ calls: Type.Array(News, { maxItems: 200 }) });
/** A pushed message as it arrived. */
export type Pushed = { readonly body: string; readonly timestamp: string; readonly signature: string };

/** 话务系统 (CTI): tells which call rings at which extension; a port with two adapters. */
export type TelephoneSystem = {
  readonly kind: 'http' | 'simulator';
  /** Reads what it pushes; undefined when it is not signed by it, is old, or cannot be read. */
  readonly read: (pushed: Pushed) => readonly CallNews[] | undefined;
};

/** A pushed message older than this is not taken, so that nobody can send it again later. */
const freshSeconds = 300;

/** Listens to a telephone system that pushes signed JSON. */
export function createTelephoneHttp(peer: SignedPeer, clock: () => Date): TelephoneSystem {
  return {
    kind: 'http',
    read(pushed) {
      const age = Math.abs(clock().getTime() / 1000 - Number(pushed.timestamp));
      if (!(age < freshSeconds) || !isSignedBy(peer, pushed)) return undefined;
      try {
        const message: unknown = JSON.parse(pushed.body);
        return Compile(Pushes).Check(message) ? (message as Static<typeof Pushes>).calls : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** 模拟话务: no telephone rings; operators pretend calls at their own place, and screens say so. */
export function createTelephoneSimulator(): TelephoneSystem {
  return { kind: 'simulator', read: () => undefined };
}
