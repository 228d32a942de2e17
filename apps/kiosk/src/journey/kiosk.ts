import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Machine, Start } from '../machine/machine.ts';
import type { KioskWords, Language } from '../words.ts';
import type { Doors } from './doors.ts';
import type { Known } from './known.ts';
import type { Step } from './steps.ts';
import type { Traces } from './traces.ts';

/** 自助终端: what every screen of the kiosk may use. */
export type Kiosk = {
  readonly said: KioskWords;
  readonly language: Language;
  readonly large: boolean;
  readonly start: Start;
  readonly awaySince: Date | undefined;
  readonly doors: Doors;
  readonly machine: Pick<Machine, 'onChange'>;
  readonly traces: Traces;
  readonly known: Known | undefined;
  /** Somebody is known from now on, or what they may see has changed. */
  readonly know: (known: Known) => void;
  readonly go: (step: Step) => void;
  readonly back: () => void;
  /** The person has done what they came for. */
  readonly finish: () => void;
  /** Forgets everything at once and begins anew. */
  readonly wipe: () => void;
};

export const KioskContext = createContext<Kiosk | undefined>(undefined);

/** The kiosk a screen stands in. */
export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (kiosk === undefined) throw new Error('a screen stands in a kiosk');
  return kiosk;
}
