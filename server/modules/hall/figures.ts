import type { hallRoutes, Kept } from '@tongban/contract';
import type { SignedIn } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import type { Place } from './places.ts';
import type { EstimateFigures, FigureRow } from './store/figures.ts';

type Figures = Kept<(typeof hallRoutes)['day']>;

/** 一天的数: waiting, handling and abandonment of a day from the times every ticket keeps, and how right the estimates were. */
export function createFigures(parts: Parts) {
  const { places, store } = parts;
  return async (caller: SignedIn, day: string): Promise<Figures> => {
    const place = places.of(caller, day);
    const rows = await store.figures(place.at);
    const all = rows.find(({ by }) => by === 'all');
    const name = await namer(parts, place, rows);
    return {
      ...{ tickets: all?.tickets ?? 0, served: all?.served ?? 0, abandoned: all?.abandoned ?? 0 },
      ...(all?.p50 === undefined ? {} : { waitP50: tenth(all.p50) }),
      ...(all?.p90 === undefined ? {} : { waitP90: tenth(all.p90) }),
      ...estimateOf(await store.estimates(place.at)),
      rows: rows.flatMap((row) => rowView(row, name)),
    };
  };
}

function rowView(row: FigureRow, name: (row: FigureRow) => string): Figures['rows'] {
  const { by, key, tickets, abandoned, wait, handling } = row;
  if (by === 'all') return [];
  return [
    {
      ...{ by, key, name: name(row), tickets, abandoned },
      ...(wait === undefined ? {} : { wait: tenth(wait) }),
      ...(handling === undefined ? {} : { handling: tenth(handling) }),
    },
  ];
}

async function namer(
  { items }: Parts,
  place: Place,
  rows: readonly FigureRow[],
): Promise<(row: FigureRow) => string> {
  const keys = rows.filter(({ by }) => by === 'item').map(({ key }) => key);
  const facts = await items.many(keys, place);
  const windows = new Map(place.hall.windows.map(({ id, name }) => [id, name]));
  return ({ by, key }) => {
    if (by === 'hour') return `${Number(key)} 时`;
    return (by === 'window' ? windows.get(key) : facts.get(key)?.name) ?? key;
  };
}

function estimateOf({ told, mae, bias, coverage }: EstimateFigures): Pick<Figures, 'estimate'> {
  if (told === 0 || mae === undefined || bias === undefined || coverage === undefined) return {};
  return { estimate: { mae: tenth(mae), bias: tenth(bias), coverage: Math.round(coverage * 100) / 100 } };
}

function tenth(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
