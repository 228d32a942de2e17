/** Work done again and again, one round at a time: at once when woken, else after the pause the round asked for. */
export type Rounds = { readonly wake: () => void; readonly stop: () => Promise<void> };

/** Creates rounds of work; nothing is done before the first waking. */
export function createRounds(
  round: () => Promise<number>,
  options: { readonly pauseMs: number; readonly onError: (error: unknown) => void },
): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  let woken = false;

  const plan = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(begin, ms).unref();
  };
  const begin = () => {
    woken = false;
    running = round()
      .catch((error: unknown) => {
        options.onError(error);
        return options.pauseMs;
      })
      .then((pause) => {
        running = undefined;
        plan(woken ? 0 : pause);
      });
  };
  return {
    wake() {
      woken = true;
      if (running === undefined) plan(0);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
