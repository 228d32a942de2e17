import { licencesRoutes, showsRoutes, type Words } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Visit } from '../visit.ts';

/** A card that may be shown from here: one's own, or one of a relative's. */
export type Showable = {
  readonly licence: string;
  readonly name: Words;
  readonly tellsAge: boolean;
  readonly holderName?: string;
};

/** Finds the card of the address among one's own and those of relatives. */
export async function findShowable(visit: Visit): Promise<Showable> {
  const { licence = '' } = visit.params;
  const own = (await visit.call(licencesRoutes.wallet, {})).find((card) => card.licence === licence);
  if (own !== undefined) return own;
  const shared = (await visit.call(showsRoutes.shared, {})).find((card) => card.licence === licence);
  if (shared !== undefined) return shared;
  throw new Problem(
    'licences.missing',
    'missing',
    visit.say('证照夹里没有这张证照', 'This licence is not in your wallet'),
  );
}
