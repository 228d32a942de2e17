import { maskCitizenNumber } from '@tongban/kernel';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { CardReader } from './use-card-reader.ts';
import { deviceWords } from './words.ts';

const said = deviceWords.reader;
const mostKeys = 9;

/** 模拟读卡器: the demo people's cards; a digit lays one on. Shown only where the reader is simulated. */
export function CardTray({ reader }: { reader: CardReader }) {
  const cards = reader.tray.slice(0, mostKeys);
  useKeys(Object.fromEntries(cards.map((card, at) => [String(at + 1), () => reader.lay(card)])));
  if (cards.length === 0) return null;
  return (
    <section className="tray" aria-label={said.tray}>
      <p className="tray-title">
        <strong>{said.simulated}</strong>
        <span className="faint">{said.simulatedHelp}</span>
      </p>
      <ul className="tray-cards">
        {cards.map((card, at) => (
          <li key={card.citizenNumber}>
            <button
              type="button"
              className="pick keyed-pick tray-card"
              aria-keyshortcuts={String(at + 1)}
              onClick={() => reader.lay(card)}
            >
              <KeyCap of={String(at + 1)} />
              <span className="tray-name">{card.name}</span>
              <span className="number faint">{maskCitizenNumber(card.citizenNumber)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
