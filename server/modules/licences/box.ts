import type { Platform } from '../../platform/index.ts';
import type { LicenceData } from './rules.ts';

/** What of a licence is kept sealed; the portrait is a file. */
export type Content = { number: string; data: LicenceData; photo?: string };
export type Box = ReturnType<typeof createBox>;

/** 密封: number and data of a licence are personal: sealed in the database, each bound to its row. */
export function createBox(vault: Platform['vault']) {
  const place = (licenceId: string) => `licences.licence.sealed|${licenceId}`;
  return {
    seal: (licenceId: string, content: Content) => vault.seal(place(licenceId), JSON.stringify(content)),
    open: (row: { licence_id: string; sealed: Buffer }): Content =>
      JSON.parse(vault.open(place(row.licence_id), row.sealed)),
  };
}
