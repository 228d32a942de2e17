import type { KioskItem } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Catalogue } from '../catalogue/index.ts';
import type { Offices } from '../offices/index.ts';

type Deps = { offices: Pick<Offices, 'hall' | 'halls'>; catalogue: Pick<Catalogue, 'search' | 'current'> };
export type KioskItems = ReturnType<typeof createKioskItems>;

/** Kinds of windows that take people by number; issue and stuck windows have queues of their own. */
const serving: readonly string[] = ['comprehensive', 'theme', 'priority'];
const most = 100;

/** 自助机事项: what of the catalogue the kiosks of a hall can do. */
export function createKioskItems({ offices, catalogue }: Deps) {
  const doesOf = async (hall: string, item: string): Promise<KioskItem['does']> => {
    const place = offices.hall(hall);
    if (place === undefined) return [];
    const { channels, hall: wish, line } = (await catalogue.current(item, place.division)).folder.item;
    const here = offices.halls(place.division, { item, line }).some(({ id }) => id === hall);
    const served = place.windows.some(
      ({ kind, skills }) =>
        serving.includes(kind) && (wish?.skills ?? [line]).every((one) => skills.includes(one)),
    );
    return [
      ...(here && served ? (['ticket'] as const) : []),
      ...(channels.kiosk ? (['apply'] as const) : []),
    ];
  };
  return {
    /** Items of the hall, in the order of the catalogue. */
    async of(hall: string): Promise<KioskItem[]> {
      const { hits } = catalogue.search({ limit: most });
      const found = await Promise.all(
        hits.map(async ({ item, name, line }) => ({ item, name, line, does: await doesOf(hall, item) })),
      );
      return found.filter(({ does }) => does.length > 0);
    },
    async refuseUnless(hall: string, item: string): Promise<void> {
      if ((await doesOf(hall, item)).includes('ticket')) return;
      throw new Problem('kiosk.not-here', 'conflict', '这台机器不办这件事。到导办台取号');
    },
  };
}
