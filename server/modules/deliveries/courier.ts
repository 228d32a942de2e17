import type { PostalParty } from '@tongban/contract';
import Type, { type Static, type TSchema } from 'typebox';
import { Compile } from 'typebox/schema';
import { isSignedBy, postSigned, readSigned, type SignedPeer } from '../../platform/index.ts';
import { type CourierStep, courierSteps } from './rules.ts';

/** A parcel to be carried; the same reference orders the same parcel. */
type Parcel = { readonly reference: string; readonly from: PostalParty; readonly to: PostalParty };

/** 快递: takes orders and tells where parcels are; a port with two adapters. */
export type Courier = {
  readonly kind: 'http' | 'simulator';
  /** Orders once per reference; answers the waybill. */
  readonly order: (parcel: Parcel) => Promise<string>;
  /** The courier's own label as a picture of a whole 100 × 150 mm label; undefined where it gives none. */
  readonly label: (waybill: string) => Promise<Buffer | undefined>;
  /** Everything known of a parcel, the oldest first. */
  readonly track: (waybill: string) => Promise<readonly News[]>;
  /** Reads what the courier pushes; undefined when it is not signed by it or cannot be read. */
  readonly read: (pushed: Pushed) => readonly Pushing[] | undefined;
};

/** A pushed message as it arrived. */
export type Pushed = { readonly body: string; readonly timestamp: string; readonly signature: string };

const NewsShape = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 80 }),
  step: Type.Enum([...courierSteps]),
  at: Type.String({ format: 'date-time' }),
  place: Type.Optional(Type.String({ maxLength: 80 })),
});
export type News = Static<typeof NewsShape>;
const Ordered = Type.Object({ waybill: Type.String({ pattern: '^[A-Z0-9-]{4,40}$' }) });
/** PNG or JPEG. */
const Labelled = Type.Object({
  label: Type.Optional(Type.String({ maxLength: 1_000_000, pattern: '^(iVBOR|/9j/)[A-Za-z0-9+/]+=*$' })),
});
const Tracked = Type.Object({ news: Type.Array(NewsShape, { maxItems: 500 }) });
const PushingShape = Type.Object({ waybill: Type.String({ maxLength: 40 }), news: NewsShape });
type Pushing = Static<typeof PushingShape>;
const Pushes = Type.Object({ pushed: Type.Array(PushingShape, { maxItems: 500 }) });

/** A pushed message older than this is not taken, so that nobody can send it again later. */
const freshSeconds = 300;

/** Speaks to a courier's service by signed JSON, and believes only what it has signed itself. */
export function createCourierHttp(peer: SignedPeer, clock: () => Date): Courier {
  const ask = async <S extends TSchema>(message: object, shape: S): Promise<Static<S>> => {
    const answer = await readSigned(peer, await postSigned(peer, message));
    if (!Compile(shape).Check(answer)) throw new Error('the courier answered something else');
    return answer as Static<S>;
  };
  return {
    kind: 'http',
    order: async (parcel) => (await ask({ ask: 'order', ...parcel }, Ordered)).waybill,
    label: async (waybill) => {
      const { label } = await ask({ ask: 'label', waybill }, Labelled);
      return label === undefined ? undefined : Buffer.from(label, 'base64');
    },
    track: async (waybill) => (await ask({ ask: 'track', waybill }, Tracked)).news,
    read(pushed) {
      const age = Math.abs(clock().getTime() / 1000 - Number(pushed.timestamp));
      if (!(age < freshSeconds) || !isSignedBy(peer, pushed)) return undefined;
      try {
        const message: unknown = JSON.parse(pushed.body);
        return Compile(Pushes).Check(message) ? (message as Static<typeof Pushes>).pushed : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
const minute = 60_000;
/** When each step of a pretended journey is told, in minutes after the order. */
const journey: readonly (readonly [CourierStep, number, string])[] = [
  ['picked-up', 2, '示例收寄点'],
  ['moved', 5, '示例转运中心'],
  ['out', 10, '示例投递站'],
  ['delivered', 15, '示例投递站'],
];

/**
 * 模拟快递: carries a parcel within a quarter of an hour and is told by nobody. The waybill holds when it was ordered, so
 * that a restart forgets nothing; screens say that it is pretended.
 */
export function createCourierSimulator(clock: () => Date): Courier {
  const given = new Map<string, string>();
  return {
    kind: 'simulator',
    order: ({ reference }) => {
      const seconds = Math.floor(clock().getTime() / 1000);
      const waybill =
        given.get(reference) ?? `SIM${seconds}${reference.replaceAll('-', '').slice(-6)}`.toUpperCase();
      given.set(reference, waybill);
      return Promise.resolve(waybill);
    },
    label: () => Promise.resolve(undefined),
    track: (waybill) => {
      const began = Number(/^SIM(\d{10})/.exec(waybill)?.[1]) * 1000;
      if (Number.isNaN(began)) return Promise.resolve([]);
      const told = journey.filter(([, minutes]) => began + minutes * minute <= clock().getTime());
      return Promise.resolve(
        told.map(([step, minutes, place]) => ({
          ...{ id: step, step, place },
          at: new Date(began + minutes * minute).toISOString(),
        })),
      );
    },
    read: () => undefined,
  };
}
