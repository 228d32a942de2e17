import type { LicenceType, LicenceTypes } from '@tongban/catalogue/author';
import type { LicenceCard } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { type Platform, publish, secretNamed, type Tx } from '../../platform/index.ts';
import type { Files } from '../files/index.ts';
import { createBox } from './box.ts';
import { licenceRevoked } from './events.ts';
import { faceOf } from './faces.ts';
import { createFamily } from './family.ts';
import { addExistingLicence, issueLicence } from './issuing.ts';
import { createLinking } from './linking.ts';
import {
  type ExistingLicence,
  type Held,
  type Holding,
  type NewLicence,
  nameOf,
  type Parts,
} from './model.ts';
import { bornOnIn, stateOn } from './rules.ts';
import { createShowSigner } from './show-signing.ts';
import { createShowStore } from './show-store.ts';
import { createShowing } from './showing.ts';
import { createStore, type LicenceRow, type Store } from './store.ts';
import { publicNumberText, shownFields } from './words.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'config' | 'jobs'> & {
  types: LicenceTypes;
  files: Files;
  identity: Parts['identity'];
};
/** A code is kept this long after it is over, so that reading it again is told apart from reading what never was. */
const overMs = 600_000;
const everyFiveMinutes = '*/5 * * * *';
type Photo = { contentType: string; bytes: Buffer };
export type Licences = ReturnType<typeof createLicences>;

/** 电子证照: what the state has certified about a person, in one wallet, used only with a cause. */
export function createLicences({ db, clock, vault, config, jobs, types, files, identity }: Deps) {
  const store = createStore(db);
  const typeOf = (id: string): LicenceType => {
    const type = types.types.find((one) => one.id === id);
    if (type === undefined) throw new Problem('licences.type', 'missing', `没有“${id}”这种证照`);
    return type;
  };
  const box = createBox(vault);
  const signer = createShowSigner(secretNamed(config, 'TONGBAN_VAULT_SECRET'));
  const shows = createShowStore(db);
  const parts: Parts = {
    ...{ store, clock, files, identity, box, typeOf, signer },
    ...{ shows, demo: config.mode === 'demo', origin: config.publicOrigin },
  };
  const family = createFamily(parts);
  forgetOld({ jobs, clock, shows });
  return {
    type: typeOf,
    /** 证照类型登记: every type of licence the house knows. */
    types: () => types.types.map((type) => ({ type: type.id, name: nameOf(type) })),
    wallet: (personId: string, tx?: Tx) => wallet(parts, personId, tx),
    async held(personId: string, tx?: Tx): Promise<Held[]> {
      const today = shanghaiDay(clock());
      return (await store.wallet(tx, personId)).map((row) => heldOf(parts, row, today));
    },
    certificate: (personId: string, licenceId: string) => certificate(parts, personId, licenceId),
    /** The portrait on a licence; who may see it, and that it is on record, is for the caller to see to. */
    async photo(tx: Tx, { holderId: personId, licence: licenceId }: Holding): Promise<Photo> {
      const row = await store.licence(tx, personId, licenceId);
      const photo = row === undefined ? undefined : box.open(row).photo;
      const kept = photo === undefined ? undefined : await files.kept(photo);
      if (kept === undefined) throw new Problem('licences.photo', 'missing', '这张证照上没有照片');
      return kept;
    },
    issue: (tx: Tx, wish: NewLicence) => issueLicence(parts, tx, wish),
    addExisting: (tx: Tx, existing: ExistingLicence) => addExistingLicence(parts, tx, existing),
    /** 撤销: a licence that should never have been issued; it and its certificate hold no more. */
    async revoke(tx: Tx, { holderId: personId, licence: licenceId }: Holding): Promise<void> {
      const row = await store.licence(tx, personId, licenceId);
      if (row === undefined) throw new Problem('licences.licence', 'missing', '没有这张证照');
      await store.setState(tx, { personId, licenceId }, 'revoked');
      if (row.paper_id !== undefined) await files.papers.revoke(tx, row.paper_id);
      await publish(tx, licenceRevoked({ licenceId, personId, type: row.type }));
    },
    ...createUses(parts),
    ...family,
    linking: createLinking({ db, clock, jobs, identity, shows }),
    ...createShowing(parts, { family, wallet: (personId) => wallet(parts, personId) }),
  };
}

async function certificate({ store, files }: Parts, personId: string, licenceId: string) {
  const row = await store.licence(undefined, personId, licenceId);
  if (row?.paper_id === undefined)
    throw new Problem('licences.certificate', 'missing', '这张证照没有可以下载的证明文件');
  return files.papers.paper(row.paper_id);
}

/** Codes that are over do not pile up. */
function forgetOld({ jobs, clock, shows }: Pick<Deps, 'jobs' | 'clock'> & Pick<Parts, 'shows'>): void {
  jobs.every('licences.forget-shows', everyFiveMinutes, async () => {
    await shows.forgetShows(new Date(clock().getTime() - overMs));
  });
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
        ...{ use: row.use_id, at: row.at, cause: row.cause, name: nameOf(typeOf(row.type)) },
        ...(row.by_id === undefined ? {} : { by: row.by_id }),
        ...(row.by_name === undefined ? {} : { byName: row.by_name }),
        ...(row.case_number === undefined ? {} : { caseNumber: row.case_number }),
      })),
  };
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
    const standing = { number, issuer: row.issuer, issuedOn: row.issued_on, validUntil: row.valid_until };
    return {
      ...{ licence: row.licence_id, type: row.type, name: nameOf(type), version: row.version },
      number: publicNumberText(number),
      ...{ issuer: row.issuer, issuedOn: row.issued_on },
      state: stateOn({ state: row.state, validUntil: row.valid_until }, today),
      facts: shownFields(type, data),
      face: faceOf(type, standing, data),
      tellsAge: bornOnIn(type, data) !== undefined,
      certificate: row.paper_id !== undefined,
      ...(row.identifier === undefined ? {} : { identifier: row.identifier }),
      ...(row.valid_until === undefined ? {} : { validUntil: row.valid_until }),
      ...(code === undefined ? {} : { code }),
    };
  });
}

function heldOf({ box, typeOf }: Parts, row: LicenceRow, today: string): Held {
  const { number, data, photo } = box.open(row);
  return {
    ...{ licence: row.licence_id, type: row.type, name: nameOf(typeOf(row.type)), number, data },
    photo: photo !== undefined,
    shownNumber: publicNumberText(number),
    state: stateOn({ state: row.state, validUntil: row.valid_until }, today),
    issuedOn: row.issued_on,
  };
}
