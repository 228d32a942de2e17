import { blocksOf, type Likeness, likeness, type Told } from './likeness.ts';

export type Similar = Likeness & { readonly id: string };

/** A block with more orders than this says little; only its newest are compared. */
const mostPerBlock = 200;

/**
 * 查重: orders added one by one, and what is like a new one found among them while it is still being typed. Words that many
 * orders share count little.
 */
export function createDuplicateIndex() {
  const told = new Map<string, Told>();
  const blocks = new Map<number, Set<string>>();
  const holders = new Map<string, number>();

  const rarity = (token: string): number => Math.log(1 + (told.size + 1) / ((holders.get(token) ?? 0) + 1));
  const count = (tokens: readonly string[], by: 1 | -1): void => {
    for (const token of new Set(tokens)) holders.set(token, (holders.get(token) ?? 0) + by);
  };
  const drop = (id: string): void => {
    const old = told.get(id);
    if (old === undefined) return;
    told.delete(id);
    count(old.tokens, -1);
    for (const block of blocksOf(old)) blocks.get(block)?.delete(id);
  };

  return {
    add(id: string, order: Told): void {
      drop(id);
      told.set(id, order);
      count(order.tokens, 1);
      for (const block of blocksOf(order)) blocks.set(block, (blocks.get(block) ?? new Set()).add(id));
    },
    drop,
    /** The orders most like this one, the likest first; a text of which little is typed yet has few. */
    similar(order: Told, top = 3): Similar[] {
      const near = new Set(
        blocksOf(order).flatMap((block) => [...(blocks.get(block) ?? [])].slice(-mostPerBlock)),
      );
      return [...near]
        .flatMap((id) => {
          const other = told.get(id);
          return other === undefined ? [] : [{ id, ...likeness(order, other, rarity) }];
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, top);
    },
  };
}
