/** 办理用时: minutes from call to finish, told by the mean and spread of their logarithms. */
export type Duration = { readonly mu: number; readonly sigma: number };
/** The settings by which measured durations are trusted. */
export type DurationRules = {
  /** Fewer measured durations than this lean on the configured one. */
  readonly samples: number;
  /** Coefficient of variation where nothing was measured. */
  readonly spread: number;
};

/** The duration of a matter: what was measured, leaning on the configured minutes while little was. */
export function durationOf(samples: readonly number[], configured: number, rules: DurationRules): Duration {
  const variance = Math.log(1 + rules.spread ** 2);
  const assumed = { mu: Math.log(configured) - variance / 2, variance };
  const logs = samples.filter((minutes) => minutes > 0).map(Math.log);
  const trust = Math.min(1, logs.length / rules.samples);
  if (trust === 0) return { mu: assumed.mu, sigma: Math.sqrt(variance) };
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const measured = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / Math.max(1, logs.length - 1);
  return {
    mu: trust * mean + (1 - trust) * assumed.mu,
    sigma: Math.sqrt(trust * measured + (1 - trust) * assumed.variance),
  };
}

/** The mean of a duration, in minutes. */
export function meanMinutes({ mu, sigma }: Duration): number {
  return Math.exp(mu + sigma ** 2 / 2);
}

/** A duration drawn by a number between 0 and 1, in minutes. */
export function drawMinutes({ mu, sigma }: Duration, chance: number): number {
  return Math.exp(mu + sigma * normalAt(chance));
}

/** What is left of a duration that has gone on for some minutes, drawn by a number between 0 and 1. */
export function drawRest(duration: Duration, elapsed: number, chance: number): number {
  const { mu, sigma } = duration;
  if (elapsed <= 0) return drawMinutes(duration, chance);
  const passed =
    sigma === 0 ? Number(elapsed >= Math.exp(mu)) : chanceBelow((Math.log(elapsed) - mu) / sigma);
  // Somebody at the window for longer than anybody before: as likely as not to need half as long again.
  if (passed > 0.999) return elapsed * chance;
  return Math.max(0, drawMinutes(duration, passed + (1 - passed) * chance) - elapsed);
}

/** Abramowitz and Stegun 26.2.17; off by less than 1e-7. */
const belowTerms = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153, 0];

function chanceBelow(z: number): number {
  const sum = polynomial(belowTerms, 1 / (1 + 0.2316419 * Math.abs(z)));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
  return z < 0 ? tail : 1 - tail;
}

/** The coefficients of P. J. Acklam's inverse of the normal distribution; off by less than 1.2e-9 of its value. */
const middle = {
  above: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  below: [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
  ],
};
const tail = {
  above: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  below: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
};

function normalAt(chance: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, chance));
  if (p < 0.02425) return tailAt(p);
  if (p > 1 - 0.02425) return -tailAt(1 - p);
  const q = p - 0.5;
  return (q * polynomial(middle.above, q * q)) / polynomial(middle.below, q * q);
}

function tailAt(chance: number): number {
  const q = Math.sqrt(-2 * Math.log(chance));
  return polynomial(tail.above, q) / polynomial(tail.below, q);
}

function polynomial(terms: readonly number[], x: number): number {
  let sum = 0;
  for (const term of terms) sum = sum * x + term;
  return sum;
}
