/** 熔断: whether a provider that failed again and again is left alone for a while. */
export type Breaker = { readonly failures: number; readonly restsUntil?: Date };

/** House defaults: so many failures in a row, and so long a rest; one failure more after it, and it rests again. */
const mostFailures = 5;
const restMs = 30_000;

export const sound: Breaker = { failures: 0 };

export function afterFailure({ failures }: Breaker, now: Date): Breaker {
  const next = failures + 1;
  return next < mostFailures
    ? { failures: next }
    : { failures: next, restsUntil: new Date(now.getTime() + restMs) };
}

export function isResting({ restsUntil }: Breaker, now: Date): boolean {
  return restsUntil !== undefined && restsUntil > now;
}
