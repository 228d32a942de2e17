import { shanghaiDay } from '@tongban/kernel';
import type { Grievance } from '@tongban/scoring';
import type { Words } from '../../platform/index.ts';
import type { OrderTextRow } from '../hotline/index.ts';

/** What the mining thread is handed of one order. */
export type Told = Omit<Grievance, 'tokens'> & { readonly text: string };

const [satisfied, dissatisfied] = [1, 5];

/** No grievance: thanks, and asking to be visited. */
const contented: readonly string[] = ['praise', 'visit'];

/** 诉求: an order as it is mined; praise and visits are no grievance, and what nobody has classified belongs to no matter. */
export function toldOf(row: OrderTextRow, scope: string): Told | undefined {
  if (row.matter === undefined || contented.includes(row.kind)) return undefined;
  const day = shanghaiDay(row.receivedAt);
  return {
    ...{ id: row.orderId, day, matter: row.matter, reopened: row.reopened },
    // A province is as wide as its cities, a city as its units.
    region: scope.length === 2 ? row.city : row.branch,
    // Those who left no name cannot be told apart: of one day they count as one person.
    person: row.person ?? `unnamed ${row.matter} ${day}`,
    text: `${row.title}\n${row.text}`,
    ...(row.satisfied === undefined ? {} : { level: row.satisfied ? satisfied : dissatisfied }),
  };
}

export function grievanceOf({ text, ...told }: Told, words: Pick<Words, 'cut'>): Grievance {
  return { ...told, tokens: words.cut(text) };
}

/** 特征: whether an order tells of a topic: its first word, or two of the others; without words the matter itself. */
export function tellsOf(tokens: readonly string[], words: readonly string[]): boolean {
  const [first] = words;
  if (first === undefined || tokens.includes(first)) return true;
  return words.filter((word) => tokens.includes(word)).length >= 2;
}
