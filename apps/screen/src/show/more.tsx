/** @jsxImportSource preact */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FrameWords } from '../words.ts';

type Props = { readonly said: FrameWords; readonly of: RefObject<HTMLElement | null> };
type Place = 'whole' | 'above' | 'end';

/** 往下还有: says so while something lies below the edge, and leads there; nobody signs what they could not see. */
export function More({ said, of }: Props) {
  const place = usePlace(of);
  if (place === 'whole') return null;
  const down = () => of.current?.scrollBy({ top: of.current.clientHeight * 0.8, behavior: 'smooth' });
  const up = () => of.current?.scrollTo({ top: 0, behavior: 'smooth' });
  return (
    <button type="button" class={`more more--${place}`} onClick={place === 'end' ? up : down}>
      {place === 'end' ? said.more.up : said.more.down}
    </button>
  );
}

/** Whether all of it is seen, more lies below, or this is its end. */
function usePlace(of: RefObject<HTMLElement | null>): Place {
  const [place, setPlace] = useState<Place>('whole');
  useEffect(() => {
    const box = of.current;
    if (box === null) return;
    const look = () => setPlace(placeIn(box));
    const watch = new ResizeObserver(look);
    watch.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [of]);
  return place;
}

function placeIn({ scrollHeight, scrollTop, clientHeight }: HTMLElement): Place {
  if (scrollHeight - clientHeight <= 24) return 'whole';
  return scrollHeight - scrollTop - clientHeight > 24 ? 'above' : 'end';
}
