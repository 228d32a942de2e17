import { Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Licences } from '../licences/index.ts';
import { refuseUnlessMay } from './desk-acting.ts';
import type { Finding, Named } from './desk-find.ts';

type Deps = { find: Pick<Finding, 'read'>; licences: Pick<Licences, 'use' | 'photo'> };

/** 证件照对照: the portrait on a licence, for whoever may check the points of the case now; every look is a use its holder sees. */
export function createPhotos({ find, licences }: Deps) {
  return async (tx: Tx, caller: SignedIn, { case: number, licence }: Named & { licence: string }) => {
    const open = await find.read(caller, number);
    refuseUnlessMay('mark', open, caller);
    const { row, content, edition } = open;
    if (!content.slots.some((slot) => slot.met === 'licence' && slot.licence?.licence === licence)) {
      throw new Problem('licences.licence', 'missing', '这件没有用到这张证照');
    }
    const holding = { holderId: row.person_id, licence };
    const cause = `办理“${edition.folder.item.name}”时对照证照上的照片`;
    await licences.use(tx, { ...holding, by: caller.personId, cause, caseNumber: row.case_number });
    return licences.photo(tx, holding);
  };
}
