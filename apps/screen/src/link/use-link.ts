import { follow } from '@tongban/ui/machine';
import { useEffect, useState } from 'preact/hooks';
import { call } from './call.ts';
import { type Answer, createLink, type Rating, type Standing } from './link.ts';

type Linked = Standing & {
  readonly answer: (given: Answer) => Promise<void>;
  readonly rate: (given: Rating) => Promise<void>;
};

/** The screen in step with its server for as long as the page is open. */
export function useLink(): Linked {
  const [standing, setStanding] = useState<Standing>({ place: { at: 'starting' } });
  const [link] = useState(() =>
    createLink(
      {
        ...{ call, follow, storage: localStorage, now: () => new Date() },
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      },
      (next) => setStanding(next),
    ),
  );
  useEffect(() => {
    void link.run();
    return link.stop;
  }, [link]);
  return { ...standing, answer: link.answer, rate: link.rate };
}
