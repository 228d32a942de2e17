/** @jsxImportSource preact */
import { useKiosk } from '../journey/kiosk.ts';
import type { Shelf, Step } from '../journey/steps.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { Page } from '../parts/page.tsx';

type Tile = { readonly name: IconName & keyof Tiles; readonly step: Step; readonly id: boolean };
type Tiles = Record<
  'number' | 'checkIn' | 'cases' | 'papers' | 'pickups' | 'apply' | 'rate' | 'hotline',
  string[]
>;
/** What needs no network. */
const alone: readonly string[] = ['number', 'hotline'];

/** 选事: the eight things this machine does; what needs the network says so while there is none. */
export function Home() {
  const { said, start, known, go, awaySince } = useKiosk();
  const look = (shelf: Shelf): Step =>
    known === undefined ? { at: 'identify', wish: { do: 'look', shelf } } : { at: 'mine', shelf };
  const tiles: readonly Tile[] = [
    { name: 'number', step: { at: 'lines', does: 'ticket' }, id: false },
    { name: 'checkIn', step: look('bookings'), id: true },
    { name: 'cases', step: look('cases'), id: true },
    { name: 'papers', step: look('papers'), id: true },
    ...(start.cabinet === 'none' ? [] : [{ name: 'pickups', step: look('pickups'), id: true } as const]),
    { name: 'apply', step: { at: 'lines', does: 'apply' }, id: false },
    { name: 'rate', step: { at: 'rate-number' }, id: false },
    { name: 'hotline', step: { at: 'hotline' }, id: false },
  ];
  const noteOf = ({ name, id }: Tile) => {
    if (awaySince !== undefined && !alone.includes(name)) return said.home.needsNetwork;
    return id && known === undefined && name !== 'checkIn' ? said.home.needsId : undefined;
  };
  return (
    <Page title={said.home.title}>
      <div class="tiles">
        {tiles.map((tile) => (
          <button
            key={tile.name}
            type="button"
            class={tile.name === 'number' ? 'tile tile--first' : 'tile'}
            disabled={awaySince !== undefined && !alone.includes(tile.name)}
            onClick={() => go(tile.step)}
          >
            <Icon name={tile.name} />
            <strong>{said.home.tiles[tile.name][0]}</strong>
            <span class="tile__line">{said.home.tiles[tile.name][1]}</span>
            {noteOf(tile) !== undefined && <span class="tile__note">{noteOf(tile)}</span>}
          </button>
        ))}
      </div>
    </Page>
  );
}
