import { LicenceCheck, type PartnerLimits, type ShownLicence } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { Compile } from 'typebox/schema';
import type { Arrival, Caller, Identify, Platform, SignedIn, Tx } from '../../platform/index.ts';
import { asMachine, createBatches, newId, transaction } from '../../platform/index.ts';
import type { Licences } from '../licences/index.ts';
import { digestOf, freshMs, isFresh, isSameKey, isSignature, newKey } from './signing.ts';
import { createUnitStore, type Once } from './unit-store.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs'> & {
  licences: Pick<Licences, 'readShows' | 'types'>;
};
/** A signed request as it came in. */
export type Sent = { readonly body: Buffer; readonly nonce: string; readonly digest: string };
type Unit = PartnerLimits & { readonly name: string; readonly key: string };
type Ask = Once & { readonly unit: Unit } & LicenceCheck;

/** 单位: what is known of a unit that showed its key. */
export type KnownUnit = {
  readonly partner: string;
  readonly name: string;
  readonly purposes: readonly string[];
};

const remembersMs = 10_000;
const unitsKnown = 1000;
const together = 64;
const everyFiveMinutes = '*/5 * * * *';
const isCheck = Compile(LicenceCheck);
const isNonce = /^[\w-]{16,64}$/;
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * 用证单位: units such as banks and hotels that check what people show them. A unit signs each request with its key, which
 * lies sealed; one that was switched off is turned away within ten seconds.
 */
export function createUnits({ db, clock, vault, jobs, licences }: Deps) {
  const store = createUnitStore(db);
  const { open, seal } = createKeyBox(vault);
  const known = createMemory(clock, async (partner): Promise<Unit | undefined> => {
    const row = await store.working(partner);
    return row && { name: row.name, purposes: row.purposes, types: row.types, key: open(row) };
  });
  const check = createBatches<Ask, ShownLicence | Problem>(together, (asks) =>
    asMachine('verifier', () => transaction(db, (tx) => readTogether({ store, licences, clock }, tx, asks))),
  );
  jobs.every('partners.forget-nonces', everyFiveMinutes, async () => {
    await store.forgetBefore(new Date(clock().getTime() - 2 * freshMs));
  });
  return {
    identifyOr: (otherwise: Identify) => identifyBy(known.find, { clock, otherwise }),
    holding: (apiKey: string) => holderOf(known.find, apiKey),
    /** Reads a code for a unit; what its agreement does not hold is refused, and the code can still be read by another. */
    async check(
      { personId: partner }: SignedIn,
      sent: Sent,
    ): Promise<{ purpose: string; shown: ShownLicence }> {
      const { code, purpose } = readBody(sent);
      const unit = await known.find(partner);
      if (unit === undefined) throw new Problem('partners.partner', 'forbidden', '这个单位已经停用');
      if (!unit.purposes.includes(purpose))
        throw new Problem('partners.purpose', 'forbidden', '这个目的没有和您单位约定，不能用来核验');
      const shown = await check({ partner, nonce: sent.nonce, unit, code, purpose });
      if (shown instanceof Problem) throw shown;
      return { purpose, shown };
    },
    list: async () => ({ partners: await store.list(), types: licences.types() }),
    async register(tx: Tx, by: SignedIn, wish: { name: string } & PartnerLimits) {
      const [partner, key] = [newId(), newKey()];
      await store.insert(tx, {
        ...{ partner_id: partner, name: wish.name.trim(), key_sealed: seal(partner, key) },
        ...limitsFrom(wish, licences),
        ...{ registered_by: by.personId, registered_at: clock() },
      });
      return { partner, key };
    },
    async limit(tx: Tx, partner: string, wish: PartnerLimits): Promise<void> {
      const isThere = await store.limit(tx, partner, limitsFrom(wish, licences));
      if (!isThere) throw new Problem('partners.missing', 'missing', '没有这个单位，或者已经停用');
      known.forget();
    },
    async end(tx: Tx, partner: string): Promise<void> {
      await store.end(tx, partner, clock());
      known.forget();
    },
  };
}

type Reading = Pick<Deps, 'clock' | 'licences'> & { store: ReturnType<typeof createUnitStore> };

/** Reads the codes of many requests in one transaction: first each request counts once, then each code. */
async function readTogether({ store, licences, clock }: Reading, tx: Tx, asks: readonly Ask[]) {
  const fresh = await store.takeOnce(tx, asks, clock());
  const taken = asks.map((ask) => fresh.delete(`${ask.partner} ${ask.nonce}`));
  const read = await licences.readShows(
    tx,
    asks
      .filter((_, at) => taken[at])
      .map(({ partner, code, purpose, unit }) => ({
        ...{ code, types: unit.types },
        reader: { byId: partner, byName: unit.name, cause: purpose },
      })),
  );
  const answers = read.values();
  return taken.map((isNew) => (isNew ? (answers.next().value ?? replayed()) : replayed()));
}

/** The unit whose key this is, `ID.KEY` in one piece, for interfaces of others that know no signature. */
async function holderOf(
  find: (partner: string) => Promise<Unit | undefined>,
  apiKey: string,
): Promise<KnownUnit | undefined> {
  const [partner = '', key = ''] = apiKey.split('.');
  const unit = isId.test(partner) ? await find(partner) : undefined;
  if (unit === undefined || !isSameKey(unit.key, key)) return undefined;
  return { partner, name: unit.name, purposes: unit.purposes };
}

/** Tells a unit by the signature of its request, and everybody else as before. */
function identifyBy(
  find: (partner: string) => Promise<Unit | undefined>,
  { clock, otherwise }: { clock: () => Date; otherwise: Identify },
): Identify {
  return async (arrival: Arrival): Promise<Caller> => {
    const partner = arrival.header('x-key');
    if (partner === undefined || !isId.test(partner)) return otherwise(arrival);
    const header = (name: string) => arrival.header(name) ?? '';
    const [timestamp, nonce, digest] = [header('x-timestamp'), header('x-nonce'), header('x-digest')];
    const unit = isNonce.test(nonce) && isFresh(timestamp, clock()) ? await find(partner) : undefined;
    const signed = { method: arrival.method, path: arrival.url, timestamp, nonce, digest };
    const isTheirs = unit !== undefined && isSignature(header('x-signature'), unit.key, signed);
    return isTheirs ? { role: 'partner', personId: partner } : otherwise(arrival);
  };
}

/** The body is what was signed, and says code and purpose. */
function readBody({ body, digest }: Sent): LicenceCheck {
  if (digestOf(body) !== digest)
    throw new Problem('partners.digest', 'invalid', '内容和签名里的摘要对不上，没有核验');
  try {
    const asked: unknown = JSON.parse(body.toString('utf8'));
    if (isCheck.Check(asked)) return asked as LicenceCheck;
  } catch {
    // What is no JSON is refused like what says something else.
  }
  throw new Problem('partners.body', 'invalid', '要写 code（读到的码）和 purpose（用证目的），别的不要');
}

/** Purposes without spaces around them and types the house knows, each once. */
function limitsFrom({ purposes, types }: PartnerLimits, licences: Deps['licences']): PartnerLimits {
  const there = new Set(licences.types().map(({ type }) => type));
  if (types.some((type) => !there.has(type)))
    throw new Problem('partners.type', 'invalid', '没有这种证照，从列表里选');
  return {
    purposes: [...new Set(purposes.map((purpose) => purpose.trim()))],
    types: [...new Set(types)],
  };
}

/** Seals the keys of units. */
function createKeyBox(vault: Deps['vault']) {
  const place = (partner: string) => `partners.partner.key_sealed|${partner}`;
  return {
    seal: (partner: string, key: string) => vault.seal(place(partner), key),
    open: (row: { partner_id: string; key_sealed: Buffer }) =>
      vault.open(place(row.partner_id), row.key_sealed),
  };
}

/** Remembers units for some seconds, and never many. */
function createMemory(clock: () => Date, find: (partner: string) => Promise<Unit | undefined>) {
  const known = new Map<string, { at: number; unit: Unit | undefined }>();
  return {
    forget: () => known.clear(),
    async find(partner: string): Promise<Unit | undefined> {
      const now = clock().getTime();
      const before = known.get(partner);
      if (before !== undefined && now - before.at < remembersMs) return before.unit;
      const unit = await find(partner);
      if (known.size >= unitsKnown) known.clear();
      known.set(partner, { at: now, unit });
      return unit;
    },
  };
}

function replayed(): Problem {
  return new Problem('partners.replayed', 'conflict', '这个请求已经收到过，换一个 x-nonce 再签名');
}
