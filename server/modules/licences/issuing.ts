import { randomBytes } from 'node:crypto';
import type { LicenceType } from '@tongban/catalogue/author';
import type { DocumentRow } from '@tongban/contract';
import { newId, publish, type Tx } from '../../platform/index.ts';
import type { PaperWish } from '../files/index.ts';
import type { Box, Content } from './box.ts';
import { findCertificate } from './certificate.ts';
import { licenceIssued } from './events.ts';
import type { ExistingLicence, Issued, NewLicence, Parts } from './model.ts';
import { findIdentifier, type LicenceData, takesPlaceOf, validUntil } from './rules.ts';
import type { LicenceRow } from './store.ts';

/** 制发: a licence with its number, its certificate, and the place it takes of an earlier one. */
export async function issueLicence(parts: Parts, tx: Tx, wish: NewLicence): Promise<Issued> {
  const { store, clock, box, typeOf } = parts;
  const type = typeOf(wish.type);
  const earlier = await findEarlier(parts, tx, { type, holderId: wish.holderId, number: wish.number });
  const serial = earlier?.serial ?? randomSerial();
  const version = (earlier?.version ?? 0) + 1;
  const identifier = findIdentifier({ type, issuerCode: wish.issuerCode, serial, version });
  const until = validUntil(type, { issuedOn: wish.issuedOn, bornOn: wish.bornOn, stated: wish.validUntil });
  const before = earlierContent(box, earlier, wish.number);
  const data = { ...carriedOver(before), ...wish.data };
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
    sealed: box.seal(licence, { number: wish.number, data, ...photoOf(before) }),
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

/** Puts a licence that was issued elsewhere into a wallet. */
export async function addExistingLicence(
  { store, clock, box, typeOf, files }: Parts,
  tx: Tx,
  existing: ExistingLicence,
): Promise<string> {
  const type = typeOf(existing.type);
  const licence = newId();
  const issuer = existing.data.issuer;
  const { number, data, photo } = existing;
  const portrait =
    photo === undefined
      ? {}
      : { photo: await files.keep(tx, { ...photo, ownerId: existing.holderId, name: '证件照' }) };
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
    sealed: box.seal(licence, { number, data, ...portrait }),
    made_at: clock(),
  });
  return licence;
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

/** What the earlier version of the very same licence said. */
function earlierContent(box: Box, earlier: LicenceRow | undefined, number: string): Content | undefined {
  const before = earlier === undefined ? undefined : box.open(earlier);
  return before?.number === number ? before : undefined;
}

/** Of that, what the next version does not say anew; its days never carry over. */
function carriedOver(before: Content | undefined): LicenceData {
  return Object.fromEntries(Object.entries(before?.data ?? {}).filter(([field]) => !renewed.includes(field)));
}

function photoOf(before: Content | undefined): Pick<Content, 'photo'> {
  return before?.photo === undefined ? {} : { photo: before.photo };
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
