/** Somebody waits for the bell; rung while nobody waits, it is heard by the next who does. */
export function createBell() {
  let ring: () => void = () => undefined;
  return {
    ring: () => ring(),
    next: () =>
      new Promise<void>((resolve) => {
        ring = resolve;
      }),
  };
}
