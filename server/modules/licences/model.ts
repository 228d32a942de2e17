import type { LicenceType } from '@tongban/catalogue/author';
import type { DocumentRow, LicenceCard, Words } from '@tongban/contract';
import type { Files } from '../files/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Box } from './box.ts';
import type { KeptState, LicenceData } from './rules.ts';
import type { ShowSigner } from './show-signing.ts';
import type { ShowStore } from './show-store.ts';
import type { Store } from './store.ts';

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
export type Issued = { licence: string; certificate?: DocumentRow; identifier?: string };

/** One licence in somebody's wallet. */
export type Holding = { holderId: string; licence: string };

/** A licence that came from elsewhere and belongs into a wallet. */
export type ExistingLicence = {
  type: string;
  holderId: string;
  number: string;
  issuedOn: string;
  validUntil?: string;
  state?: KeptState;
  data: LicenceData;
  /** 证件照: the portrait on it, kept as a file of its holder. */
  photo?: { contentType: string; bytes: Buffer };
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
  /** Whether it shows a portrait. */
  photo: boolean;
};

/** What the parts of licences share. */
export type Parts = {
  store: Store;
  clock: () => Date;
  files: Files;
  identity: Pick<
    Identity,
    'persons' | 'relationsOf' | 'relativesOf' | 'postsOf' | 'linksOf' | 'links' | 'findByNumber'
  >;
  box: Box;
  shows: ShowStore;
  signer: ShowSigner;
  /** Whether what is shown here is invented. */
  demo: boolean;
  /** The address the public reaches us by. */
  origin: string;
  typeOf: (id: string) => LicenceType;
};

export function nameOf(type: LicenceType): Words {
  return { zh: type.name, en: type.name_en };
}
