import type { ClockView } from '@tongban/contract';
import { lightWords } from './light.ts';

/** The light of a case: dot, name and what is left, so that no colour stands alone. */
export function LightTag({ clock, state }: { clock: ClockView | undefined; state: string }) {
  const { colour, name, remaining } = lightWords(clock, state);
  return (
    <span className={`light light-${colour}`}>
      <span className="light-dot" aria-hidden="true" />
      {name === '' ? null : <span className="light-name">{name}</span>}
      <span>{remaining}</span>
    </span>
  );
}
