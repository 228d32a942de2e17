import { checkCitizenNumber, maskCitizenNumber } from '@tongban/kernel';
import type { Tx, Vault } from '../../platform/index.ts';
import type { AccountStore } from './store/accounts.ts';
import type { PeopleStore } from './store/people.ts';

/** A citizen number as an account keeps it: sealed, and indexed as those of persons are. */
export type SealedNumber = { citizen_number: Buffer; citizen_number_index: Buffer };
type Deps = {
  vault: Vault;
  accounts: Pick<AccountStore, 'numberOf'>;
  people: Pick<PeopleStore, 'personIdByNumber'>;
};

const indexName = 'identity.person.number';
const placeOf = (personId: string) => `identity.account.number|${personId}`;

/** 本人: which citizen a member of staff is, found by the blind index of the number their account keeps. */
export function createSelves({ vault, accounts, people }: Deps) {
  /** The citizen this member of staff is; undefined where no number is known, or nobody came with it yet. */
  const citizenOf = async (staffId: string, tx?: Tx): Promise<string | undefined> => {
    const sealed = await accounts.numberOf(tx, staffId);
    if (sealed === undefined) return undefined;
    // Asked by every index the number may stand under, so that a change of keys opens no gap.
    return people.personIdByNumber(tx, vault.indexes(indexName, vault.open(placeOf(staffId), sealed)));
  };
  return {
    /** While keys are being changed, person and account may stand under different indexes; then they are asked by each. */
    stillToFind: async ({ numbered, person_id: staffId }: { numbered: boolean; person_id: string }) =>
      numbered && vault.indexes(indexName, staffId).length > 1 ? citizenOf(staffId) : undefined,
    citizenOf,
  };
}
/** Seals the citizen number of an account; a number that cannot be one is told with what is wrong. */
export function sealedNumber(
  vault: Vault,
  personId: string,
  typed: string,
): { ok: true; sealed: SealedNumber } | { ok: false; message: string } {
  const checked = checkCitizenNumber(typed);
  if (!checked.ok) return checked;
  return {
    ok: true,
    sealed: {
      citizen_number: vault.seal(placeOf(personId), checked.number),
      citizen_number_index: vault.index(indexName, checked.number),
    },
  };
}

/** The number of an account, masked. */
export function maskedNumber(vault: Vault, personId: string, sealed: Buffer): string {
  return maskCitizenNumber(vault.open(placeOf(personId), sealed));
}
