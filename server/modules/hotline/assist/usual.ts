import type { Clock } from '@tongban/kernel';
import { asMachine } from '../../../platform/index.ts';
import type { AssistStore, Usual } from './store.ts';

export type Usuals = ReturnType<typeof createUsuals>;
type Deps = { index: Pick<AssistStore, 'answered'>; clock: Clock; precision: number };

/** 本系统的默认值: of fewer answers than this nothing is concluded. */
const fewest = 20;
const freshMs = 24 * 3_600_000;

/** 通常承办: the unit that has answered nearly all orders of a matter in a city; counted again every day. */
export function createUsuals({ index, clock, precision }: Deps) {
  let counted: { at: number; units: ReadonlyMap<string, string> } | undefined;
  return {
    async unitFor(city: string, matter: string): Promise<string | undefined> {
      const now = clock().getTime();
      if (counted === undefined || now - counted.at > freshMs)
        counted = {
          at: now,
          units: unitsOf(await asMachine('worker', () => index.answered()), precision),
        };
      return counted.units.get(`${city} ${matter}`);
    },
  };
}

/** The unit whose share is as high as an automatic decision must be right. */
export function unitsOf(rows: readonly Usual[], precision: number): ReadonlyMap<string, string> {
  const groups = Map.groupBy(rows, ({ city, matter }) => `${city} ${matter}`);
  return new Map(
    [...groups].flatMap(([key, units]): [string, string][] => {
      const total = units.reduce((sum, { n }) => sum + n, 0);
      const first = units.find(({ n }) => n / total >= precision);
      return first === undefined || total < fewest ? [] : [[key, first.branch]];
    }),
  );
}
