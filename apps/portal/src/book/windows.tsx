/** @jsxImportSource preact */
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

type WindowsProps = {
  readonly visit: Visit;
  readonly windows: readonly { readonly window: string; readonly name: string }[];
  readonly chosen: string | undefined;
  readonly hrefOf: (window: string | undefined) => string;
};

/** 自选窗口: only where the hall lets people choose one; any window is the default. */
export function Windows({ visit, windows, chosen, hrefOf }: WindowsProps) {
  const { say } = visit;
  if (windows.length === 0) return null;
  const rows = [
    { window: undefined, name: say('哪个窗口都行', 'Any window') },
    ...windows.map(({ window, name }) => ({ window, name })),
  ];
  return (
    <nav aria-label={say('选窗口', 'Choose a window')}>
      <ul class="chips">
        {rows.map(({ window, name }) => (
          <li key={name}>
            <a href={hrefOf(window)} aria-current={window === chosen ? 'true' : undefined}>
              <Chinese visit={visit}>{name}</Chinese>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
