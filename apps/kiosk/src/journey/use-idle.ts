import { useEffect, useRef, useState } from 'preact/hooks';

type Idle = { readonly quiet: number; readonly countdown: number; readonly active: boolean };
const touches = ['pointerdown', 'keydown'] as const;

/**
 * 无人操作: after so many quiet seconds the remaining ones are counted down; any touch begins anew, and at the end the
 * kiosk forgets whoever was there. Answers the seconds left, once they are counted.
 */
export function useIdle({ quiet, countdown, active }: Idle, onOver: () => void): number | undefined {
  const [left, setLeft] = useState<number>();
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    setLeft(undefined);
    if (!active) return;
    let since = Date.now();
    const touch = ({ target }: Event) => {
      // Whoever says that they are done is not asked to go on.
      if (target instanceof Element && target.closest('[data-ends]') !== null) return;
      since = Date.now();
      setLeft(undefined);
    };
    const tick = () => {
      const gone = Math.floor((Date.now() - since) / 1000);
      if (gone >= quiet + countdown) over.current();
      else setLeft(gone < quiet ? undefined : quiet + countdown - gone);
    };
    const timer = setInterval(tick, 500);
    for (const name of touches) window.addEventListener(name, touch, true);
    return () => {
      clearInterval(timer);
      for (const name of touches) window.removeEventListener(name, touch, true);
    };
  }, [quiet, countdown, active]);
  return left;
}
