/** @jsxImportSource preact */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createDoors } from './journey/doors.ts';
import { type Kiosk, KioskContext } from './journey/kiosk.ts';
import type { Known } from './journey/known.ts';
import { backward, beginning, onward, type Path, type Step, stepOf } from './journey/steps.ts';
import type { Traces } from './journey/traces.ts';
import { useIdle } from './journey/use-idle.ts';
import { call, newTicketKey } from './machine/call.ts';
import type { Machine, Standing } from './machine/machine.ts';
import type { Numbers } from './machine/numbers.ts';
import { Frame } from './parts/frame.tsx';
import { Screen } from './screen.tsx';
import { StillThere } from './steps/ending.tsx';
import { type Language, words } from './words.ts';

type Props = {
  readonly standing: Extract<Standing, { at: 'ready' }>;
  readonly machine: Machine;
  readonly numbers: Numbers;
  readonly traces: Traces;
  readonly language: Language;
  readonly switchLanguage: () => void;
  readonly wipe: () => Promise<void>;
};

/** 一个人的停留: everything known of the person at the machine lives here, and ends with it. */
export function Session({ standing, machine, numbers, traces, language, switchLanguage, wipe }: Props) {
  const [path, setPath] = useState<Path>(beginning);
  const [known, setKnown] = useState<Known>();
  const [large, setLarge] = useMode('mode', 'elder');
  const [low, setLow] = useMode('reach', 'low');
  const doors = useMemo(
    () => createDoors({ call, machine, numbers, newTicketKey, now: () => new Date() }),
    [machine, numbers],
  );
  useFarewell(known, doors.end);
  const step = stepOf(path);
  const { start, awaySince } = standing;
  const { ordinary, elder, countdown } = start.idleSeconds;
  const forget = () => void wipe();
  const left = useIdle({ quiet: large ? elder : ordinary, countdown, active: step.at !== 'attract' }, forget);
  const go = (next: Step) => setPath((before) => onward(before, next));
  const kiosk: Kiosk = {
    ...{ said: words[language], language, large, start, awaySince, doors, machine, traces, known, go },
    know: setKnown,
    back: () => setPath(backward),
    finish: () => (known === undefined && step.at !== 'ticket' ? forget() : go({ at: 'bye' })),
    wipe: forget,
  };
  return (
    <KioskContext.Provider value={kiosk}>
      <Frame
        switches={{ large, low, setLarge, setLow, switchLanguage }}
        bar={!barless.includes(step.at)}
        unmerged={standing.unmerged}
      >
        <Screen key={keyOf(step)} step={step} />
      </Frame>
      {left !== undefined && <StillThere left={left} />}
    </KioskContext.Provider>
  );
}

/** Screens that have no way back: nothing is open there. */
const barless: readonly Step['at'][] = ['attract', 'home', 'ticket', 'rated', 'bye'];

/** The same kind of screen about another thing begins anew. */
function keyOf(step: Step): string {
  return JSON.stringify(step);
}

/** A switch that shows in the document, and is off again for the next person. */
function useMode(name: 'mode' | 'reach', on: string): [boolean, (on: boolean) => void] {
  const [is, setIs] = useState(false);
  useEffect(() => {
    if (is) document.documentElement.dataset[name] = on;
    else delete document.documentElement.dataset[name];
    return () => {
      delete document.documentElement.dataset[name];
    };
  }, [is]);
  return [is, setIs];
}

/** Whoever was known is forgotten by the server too, when the session ends in whatever way. */
function useFarewell(known: Known | undefined, end: (known: Known) => Promise<unknown>): void {
  const last = useRef<Known | undefined>(undefined);
  last.current = known;
  useEffect(
    () => () => {
      if (last.current !== undefined) void end(last.current).catch(() => undefined);
    },
    [],
  );
}
