import type { Catalogue } from '../catalogue/index.ts';
import type { Place } from './places.ts';

/** An item as a queue needs to know it. */
export type ItemFacts = { item: string; name: string; line: string; skills: string[]; minutes: number };
export type Items = ReturnType<typeof createItems>;

/** 事项: what a ticket is for, what a window must be able to do for it, and how long it usually takes. */
export function createItems({ catalogue }: { catalogue: Pick<Catalogue, 'current'> }) {
  const facts = async (item: string, { hall }: Pick<Place, 'hall'>): Promise<ItemFacts> => {
    const { folder } = await catalogue.current(item, hall.division);
    const { name, line, hall: setting } = folder.item;
    return { item, name, line, skills: setting.skills.toSorted(), minutes: setting.slot_minutes };
  };
  return {
    facts,
    /** Those of some items that are still in the catalogue; a record may name others. */
    async found(
      items: readonly string[],
      place: Pick<Place, 'hall'>,
    ): Promise<ReadonlyMap<string, ItemFacts>> {
      const asked = await Promise.allSettled([...new Set(items)].map((item) => facts(item, place)));
      return new Map(
        asked.flatMap((one) => (one.status === 'fulfilled' ? [[one.value.item, one.value]] : [])),
      );
    },
    /** Several at once, each looked up once. */
    async many(
      items: readonly string[],
      place: Pick<Place, 'hall'>,
    ): Promise<ReadonlyMap<string, ItemFacts>> {
      const found = await Promise.all([...new Set(items)].map((item) => facts(item, place)));
      return new Map(found.map((one) => [one.item, one]));
    },
  };
}
