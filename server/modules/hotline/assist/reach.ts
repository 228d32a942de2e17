import { blocksOf } from '@tongban/scoring';

/** Where an order was told, and on which day. */
type Stand = { readonly scope: string; readonly receivedOn: string };
/** From one day to another, both of them meant. */
export type Span = { readonly from: string; readonly to: string };
type Findable = Stand & { readonly words: string; readonly blocks: readonly number[] };

/**
 * 城市与月份: an order is also found by its city, and by its city and month, as if they were words of it and blocks. So the index
 * itself leaves out all other cities and times, of which it would have to read far more than of what is looked for. Neither
 * is veiled: both stand beside them in the open.
 */
export function reachable<One extends Findable>(one: One): One {
  const at = `${one.scope}@${monthOf(one.receivedOn)}`;
  return {
    ...one,
    words: `${one.words} '${one.scope}' '${at}'`,
    blocks: [...new Set([...one.blocks, reachBlock(at)])],
  };
}

/** The block of a city and one of its months. */
export function reachBlock(at: string): number {
  return blocksOf({ tokens: [], places: [], marks: [`reach ${at}`], day: '' })[0] ?? 0;
}

/** What stands in these cities, or, where a span is given, in its months of them; as a tsquery. */
export function queryWithin(scopes: readonly string[], span?: Span): string {
  const ways = span === undefined ? scopes : placesIn(scopes, span);
  return ways.map((way) => `'${way}'`).join(' | ');
}

/** The blocks of these cities in the months of a span. */
export function blocksWithin(scopes: readonly string[], span: Span): number[] {
  return placesIn(scopes, span).map(reachBlock);
}

function placesIn(scopes: readonly string[], { from, to }: Span): string[] {
  const months = monthsBetween(monthOf(from), monthOf(to));
  return scopes.flatMap((scope) => months.map((month) => `${scope}@${month}`));
}

function monthsBetween(first: string, last: string): string[] {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: Math.max(1, count(last) - count(first) + 1) }, (_, at) => {
    const whole = count(first) + at;
    return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, '0')}`;
  });
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}
