/** @jsxImportSource preact */
import { useKiosk } from '../journey/kiosk.ts';
import { Icon, type IconName } from '../parts/icons.tsx';

const order: readonly IconName[] = [
  ...(['number', 'checkIn', 'cases', 'papers', 'pickups', 'apply', 'rate', 'hotline'] as const),
];

/** 首屏: what can be done here; a touch anywhere begins. */
export function Attract() {
  const { said, go } = useKiosk();
  return (
    <button type="button" class="attract" onClick={() => go({ at: 'home' })}>
      <span class="attract__title">{said.attract.title}</span>
      <span class="attract__can">
        {said.attract.can.map((can, at) => (
          <span key={can}>
            <Icon name={order[at] ?? 'number'} />
            {can}
          </span>
        ))}
      </span>
      <span class="attract__touch">{said.attract.touch}</span>
    </button>
  );
}
