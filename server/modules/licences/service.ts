import { randomBytes } from 'node:crypto';
import type { LicenceType, LicenceTypes } from '@tongban/catalogue/author';
import type { DocumentRow, LicenceCard, Words } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type Platform, publish, type Tx } from '../../platform/index.ts';
import type { Files, PaperWish } from '../files/index.ts';
import { findCertificate } from './certificate.ts';
import { licenceIssued, licenceRevoked } from './events.ts';
import {
  findIdentifier,
  type KeptState,
  type LicenceData,
  stateOn,
  takesPlaceOf,
  validUntil,
} from './rules.ts';
import { createStore, type LicenceRow, type Store } from './store.ts';
import { publicNumberText, shownFields } from './words.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault'> & { types: LicenceTypes; files: Files };
export type Licences = ReturnType<typeof createLicences>;

/** A licence to be issued by the bureau. */
export type NewLicence = {
  type: string;
  holderId: string;
  holderName: string;
  bornOn?: string;
  number: string;
  issuer: string;
  issuerCode?: string;
  issuedOn: string;
  /** Needed where the type says the end is stated on the licence. */
  validUntil?: string;
  item?: string;
  caseNumber?: string;
  data: LicenceData;
};
/** What was made; the certificate is the licence as a paper, where its type has one. */
type Issued = { licence: string; certificate?: DocumentRow; identifier?: string };

/** One licence in somebody's wallet. */
type Holding = { holderId: string; licence: string };

/** A licence that came from elsewhere and belongs into a wallet. */
type ExistingLicence = {
  type: string;
  holderId: string;
  number: string;
  issuedOn: string;
  validUntil?: string;
  state?: KeptState;
  data: LicenceData;
};

/** A licence of a wallet with its data, for filling in forms and standing in for a material. */
export type Held = {
  licence: string;
  type: string;
  name: Words;
  number: string;
  /** The number as a screen shows it: one that identifies a person is masked. */
  shownNumber: string;
  state: LicenceCard['state'];
  issuedOn: string;
  data: LicenceData;
};

/** 电子证照: what the state has certified about a person, in one wallet, used only with a cause. */
export function createLicences({ db, clock, vault, types, files }: Deps) {
  const store = createStore(db);
  const typeOf = (id: string): LicenceType => {
    const type = types.types.find((one) => one.id === id);
    if (type === undefined) throw new Problem('licences.type', 'missing', `没有“${id}”这种证照`);
    return type;
  };
  const box = createBox(vault);
  const parts: Parts = { store, clock, files, box, typeOf };
  return {
    type: typeOf,
    wallet: (personId: string, tx?: Tx) => wallet(parts, personId, tx),
    async held(personId: string, tx?: Tx): Promise<Held[]> {
      const today = shanghaiDay(clock());
      return (await store.wallet(tx, personId)).map((row) => heldOf(parts, row, today));
    },
    async certificate(personId: string, licenceId: string): Promise<{ name: string; bytes: Buffer }> {
      const row = await store.licence(undefined, personId, licenceId);
      if (row?.paper_id === undefined) {
        throw new Problem('licences.certificate', 'missing', '这张证照没有可以下载的证明文件');
      }
      return files.papers.paper(row.paper_id);
    },
    issue: (tx: Tx, wish: NewLicence) => issue(parts, tx, wish),
    addExisting: (tx: Tx, existing: ExistingLicence) => addExisting(parts, tx, existing),
    /** 撤销: a licence that should never have been issued; it and its certificate hold no more. */
    async revoke(tx: Tx, { holderId: personId, licence: licenceId }: Holding): Promise<void> {
      const row = await store.licence(tx, personId, licenceId);
      if (row === undefined) throw new Problem('licences.licence', 'missing', '没有这张证照');
      await store.setState(tx, { personId, licenceId }, 'revoked');
      if (row.paper_id !== undefined) await files.papers.revoke(tx, row.paper_id);
      await publish(tx, licenceRevoked({ licenceId, personId, type: row.type }));
    },
    ...createUses(parts),
  };
}

function createUses({ store, clock, typeOf }: Parts) {
  return {
    /** 用证: logs the use of a licence; without a cause it may not be used. */
    async use(
      tx: Tx,
      used: { holderId: string; licence: string; by: string; cause: string; caseNumber?: string },
    ): Promise<void> {
      const cause = used.cause.trim();
      if (cause === '' || Array.from(cause).length > 200) {
        throw new Problem('licences.cause', 'invalid', '写明用证的事由，最多 200 个字');
      }
      await store.insertUse(tx, {
        person_id: used.holderId,
        licence_id: used.licence,
        by_id: used.by,
        cause,
        ...(used.caseNumber === undefined ? {} : { case_number: used.caseNumber }),
        at: clock(),
      });
    },
    uses: (personId: string, licenceId: string) => store.uses(personId, licenceId),
    /** Who else used a licence of this person, and for what. */
    usesByOthers: async (personId: string, wish: Parameters<Store['usesByOthers']>[1]) =>
      (await store.usesByOthers(personId, wish)).map((row) => ({
        ...{ use: row.use_id, at: row.at, by: row.by_id, cause: row.cause, name: nameOf(typeOf(row.type)) },
        ...(row.case_number === undefined ? {} : { caseNumber: row.case_number }),
      })),
  };
}

type Box = ReturnType<typeof createBox>;
type Parts = {
  store: Store;
  clock: () => Date;
  files: Files;
  box: Box;
  typeOf: (id: string) => LicenceType;
};
type Content = { number: string; data: LicenceData };

/** Number and data of a licence are personal: sealed in the database, each bound to its row. */
function createBox(vault: Platform['vault']) {
  const place = (licenceId: string) => `licences.licence.sealed|${licenceId}`;
  return {
    seal: (licenceId: string, content: Content) => vault.seal(place(licenceId), JSON.stringify(content)),
    open: (row: { licence_id: string; sealed: Buffer }): Content =>
      JSON.parse(vault.open(place(row.licence_id), row.sealed)),
  };
}

async function issue(parts: Parts, tx: Tx, wish: NewLicence): Promise<Issued> {
  const { store, clock, box, typeOf } = parts;
  const type = typeOf(wish.type);
  const earlier = await findEarlier(parts, tx, { type, holderId: wish.holderId, number: wish.number });
  const serial = earlier?.serial ?? randomSerial();
  const version = (earlier?.version ?? 0) + 1;
  const identifier = findIdentifier({ type, issuerCode: wish.issuerCode, serial, version });
  const until = validUntil(type, { issuedOn: wish.issuedOn, bornOn: wish.bornOn, stated: wish.validUntil });
  const data = { ...carriedOver(box, earlier, wish.number), ...wish.data };
  const page = findCertificate(type, {
    ...wish,
    data,
    identifier,
    validUntil: until,
    item: wish.item,
    caseNumber: wish.caseNumber,
  });
  const certificate = page === undefined ? undefined : await sealed(parts, tx, page);
  const licence = newId();
  if (earlier !== undefined) await replace(parts, tx, earlier);
  await store.insert(tx, {
    ...{ person_id: wish.holderId, licence_id: licence, type: type.id, serial, version, state: 'valid' },
    ...{ issuer: wish.issuer, issued_on: wish.issuedOn, made_at: clock() },
    sealed: box.seal(licence, { number: wish.number, data }),
    ...(wish.issuerCode === undefined ? {} : { issuer_code: wish.issuerCode }),
    ...(identifier === undefined ? {} : { identifier }),
    ...(until === undefined ? {} : { valid_until: until }),
    ...(wish.caseNumber === undefined ? {} : { case_number: wish.caseNumber }),
    ...(certificate === undefined ? {} : { paper_id: certificate.document }),
  });
  const caseNumber = wish.caseNumber === undefined ? {} : { caseNumber: wish.caseNumber };
  await publish(
    tx,
    licenceIssued({ licenceId: licence, personId: wish.holderId, type: type.id, ...caseNumber }),
  );
  return {
    licence,
    ...(certificate === undefined ? {} : { certificate }),
    ...(identifier === undefined ? {} : { identifier }),
  };
}

async function sealed({ files, clock }: Parts, tx: Tx, page: PaperWish): Promise<DocumentRow> {
  const { title, number } = page;
  return {
    ...(await files.papers.seal(tx, page)),
    kind: 'certificate',
    title,
    number,
    madeAt: clock().toISOString(),
  };
}

const renewed = ['issued_on', 'valid_until', 'issuer'];

/** What the earlier version of the same licence said and the next one does not say anew; its days never carry over. */
function carriedOver(box: Box, earlier: LicenceRow | undefined, number: string): LicenceData {
  const before = earlier === undefined ? undefined : box.open(earlier);
  if (before?.number !== number) return {};
  return Object.fromEntries(Object.entries(before.data).filter(([field]) => !renewed.includes(field)));
}

async function findEarlier(
  { store, box }: Parts,
  tx: Tx,
  next: { type: LicenceType; holderId: string; number: string },
): Promise<LicenceRow | undefined> {
  const standing = await store.lockStanding(tx, next.holderId, next.type.id);
  return standing.find((row) =>
    takesPlaceOf(next.type, { earlier: box.open(row).number, next: next.number }),
  );
}

async function replace({ store, files }: Parts, tx: Tx, row: LicenceRow): Promise<void> {
  await store.setState(tx, { personId: row.person_id, licenceId: row.licence_id }, 'replaced');
  if (row.paper_id !== undefined) await files.papers.replace(tx, row.paper_id);
}

async function addExisting(
  { store, clock, box, typeOf }: Parts,
  tx: Tx,
  existing: ExistingLicence,
): Promise<string> {
  const type = typeOf(existing.type);
  const licence = newId();
  const issuer = existing.data.issuer;
  await store.insert(tx, {
    ...{
      person_id: existing.holderId,
      licence_id: licence,
      type: type.id,
      serial: randomSerial(),
      version: 1,
    },
    state: existing.state ?? 'valid',
    issuer: typeof issuer === 'string' ? issuer : type.issuer,
    issued_on: existing.issuedOn,
    ...(existing.validUntil === undefined ? {} : { valid_until: existing.validUntil }),
    sealed: box.seal(licence, { number: existing.number, data: existing.data }),
    made_at: clock(),
  });
  return licence;
}

async function wallet(parts: Parts, personId: string, tx?: Tx): Promise<LicenceCard[]> {
  const rows = await parts.store.wallet(tx, personId);
  const today = shanghaiDay(parts.clock());
  const papers = await parts.files.papers.papers(rows.flatMap(({ paper_id: id }) => id ?? []));
  const codes = new Map(papers.map((paper) => [paper.document, paper.code]));
  return rows.map((row) => {
    const { number, data } = parts.box.open(row);
    const type = parts.typeOf(row.type);
    const code = codes.get(row.paper_id ?? '');
    return {
      ...{ licence: row.licence_id, type: row.type, name: nameOf(type), version: row.version },
      number: publicNumberText(number),
      ...{ issuer: row.issuer, issuedOn: row.issued_on },
      state: stateOn({ state: row.state, validUntil: row.valid_until }, today),
      facts: shownFields(type, data),
      certificate: row.paper_id !== undefined,
      ...(row.identifier === undefined ? {} : { identifier: row.identifier }),
      ...(row.valid_until === undefined ? {} : { validUntil: row.valid_until }),
      ...(code === undefined ? {} : { code }),
    };
  });
}

function heldOf({ box, typeOf }: Parts, row: LicenceRow, today: string): Held {
  const { number, data } = box.open(row);
  return {
    ...{ licence: row.licence_id, type: row.type, name: nameOf(typeOf(row.type)), number, data },
    shownNumber: publicNumberText(number),
    state: stateOn({ state: row.state, validUntil: row.valid_until }, today),
    issuedOn: row.issued_on,
  };
}

function nameOf(type: LicenceType): Words {
  return { zh: type.name, en: type.name_en };
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 流水号: 20 characters nobody can guess the next of. */
function randomSerial(): string {
  let serial = '';
  while (serial.length < 20) {
    // 252 is the largest multiple of 36 in a byte: dropping the rest keeps every character equally likely.
    for (const byte of randomBytes(20)) if (byte < 252) serial += alphabet[byte % 36];
  }
  return serial.slice(0, 20);
}
