import { type OwnRating, type RatingOffer, ratingWaysRoutes as routes } from '@tongban/contract';
import type { AtVisit, Deps, Known } from './known.ts';
import type { Rated } from './steps.ts';

type Given = { readonly level: number; readonly reasons: readonly string[] };

/** 评价: what may be rated here, by the number of a slip or by somebody known, and the rating itself. */
export function createRatingDoors({ call, machine }: Deps, at: AtVisit) {
  const ofCase = (known: Known, number: string) => {
    const { params, headers } = at(known);
    return { params: { ...params, case: number }, headers };
  };
  return {
    offerOfNumber(number: string): Promise<RatingOffer> {
      const { params, headers } = machine.asked();
      return call(routes.ofNumber, { params: { ...params, number }, headers });
    },
    offerOfCase: (known: Known, number: string): Promise<RatingOffer> =>
      call(routes.ofKnown, ofCase(known, number)),
    /** A case is rated by whoever is known; without them there is only the number. */
    async rate(
      known: Known | undefined,
      rated: Rated,
      { level, reasons }: Given,
    ): Promise<OwnRating | undefined> {
      const given = { level, reasons: [...reasons] };
      if ('number' in rated)
        return call(routes.rateNumber, { ...machine.asked(), body: { ...rated, ...given } });
      return known && call(routes.rateKnown, { ...ofCase(known, rated.case), body: given });
    },
  };
}
