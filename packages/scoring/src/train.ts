import { seededRandom } from '@tongban/queueing';
import { type Classifier, softmax } from './classifier.ts';
import { featuresOf } from './features.ts';
import { byText } from './hash.ts';

/** One text that is known to belong to a label. A correction by a person weighs more; a group stays together when split. */
export type Example = {
  readonly tokens: readonly string[];
  readonly label: string;
  readonly weight?: number;
  readonly group?: string;
};

export type TrainRules = {
  readonly seed: number;
  /** How often every example is looked at. */
  readonly passes: number;
  readonly rate: number;
  /** What share of every weight is forgotten in each pass. */
  readonly forget: number;
  /** A feature seen in fewer examples is not learned. */
  readonly fewest: number;
};

const houseRules: TrainRules = { seed: 1, passes: 10, rate: 0.9, forget: 0.03, fewest: 2 };
const smallest = 0.02;
/** Learned slowly, so that a rare label is still found by its words. */
const biasRate = 0.1;
const silent = 0.002;

type Prepared = { readonly label: number; readonly weight: number; readonly features: Int32Array };
type Dense = { readonly bias: Float64Array; readonly rows: Float64Array[] };

/**
 * 训练: a multinomial logistic regression by gradient descent. The same examples give the same model, in whatever order they
 * come.
 */
export function trainClassifier(examples: readonly Example[], rules: Partial<TrainRules> = {}): Classifier {
  const settings = { ...houseRules, ...rules };
  const sorted = [...examples].sort((a, b) => byText(keyOf(a), keyOf(b)));
  const labels = [...new Set(sorted.map(({ label }) => label))].sort(byText);
  const features = knownFeatures(sorted, settings.fewest);
  const prepared = sorted.map((example) => prepare(example, labels, features));
  const dense = descend(prepared, { labels: labels.length, features: features.size }, settings);
  return {
    labels,
    bias: [...dense.bias].map(rounded),
    weights: Object.fromEntries(
      [...features].flatMap(([feature, at]) => {
        const row = sparse(dense.rows[at] ?? new Float64Array());
        return row.length === 0 ? [] : [[feature, row]];
      }),
    ),
    temperature: 1,
  };
}

/** Corrections take the place of what was learned from the same text, and weigh as much as several examples. */
export function withCorrections(
  examples: readonly Example[],
  corrections: readonly Example[],
  weight = 5,
): Example[] {
  const corrected = new Set(corrections.map(({ tokens }) => tokens.join(' ')));
  return [
    ...examples.filter(({ tokens }) => !corrected.has(tokens.join(' '))),
    ...corrections.map((correction) => ({ ...correction, weight: correction.weight ?? weight })),
  ];
}

function keyOf({ label, tokens, weight = 1, group = '' }: Example): string {
  return `${tokens.join(' ')}\n${label}\n${weight}\n${group}`;
}

function knownFeatures(examples: readonly Example[], fewest: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { tokens } of examples) {
    for (const feature of featuresOf(tokens)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  }
  const kept = [...seen].filter(([, count]) => count >= fewest).map(([feature]) => feature);
  return new Map(kept.sort(byText).map((feature, at) => [feature, at]));
}

function prepare(example: Example, labels: readonly string[], features: ReadonlyMap<string, number>) {
  const known = featuresOf(example.tokens).flatMap((feature) => features.get(feature) ?? []);
  return {
    label: labels.indexOf(example.label),
    weight: example.weight ?? 1,
    features: Int32Array.from(known),
  };
}

function descend(
  examples: readonly Prepared[],
  size: { labels: number; features: number },
  rules: TrainRules,
): Dense {
  const rows = Array.from({ length: size.features }, () => new Float64Array(size.labels));
  const dense: Dense = { bias: new Float64Array(size.labels), rows };
  const random = seededRandom(rules.seed);
  for (let pass = 0; pass < rules.passes; pass += 1) {
    const rate = rules.rate / (1 + pass / 2);
    for (const example of shuffled(examples, random)) step(dense, example, rate);
    for (const row of rows) addTo(row, row, -rules.forget);
  }
  return dense;
}

/** One look at one example: what was said too loud is lowered, what was said too softly is raised. */
function step({ bias, rows }: Dense, { label, weight, features }: Prepared, rate: number): void {
  const value = 1 / Math.sqrt(Math.max(1, features.length));
  const scores = Float64Array.from(bias);
  for (const feature of features) {
    const row = rows[feature];
    if (row !== undefined) addTo(scores, row, value);
  }
  for (const [at, said] of softmax([...scores]).entries()) {
    const slope = rate * weight * ((at === label ? 1 : 0) - said);
    // Most labels are as good as silent; moving them would cost much and change nothing.
    if (Math.abs(slope) < silent) continue;
    bias[at] = (bias[at] ?? 0) + biasRate * slope;
    raise(rows, features, { at, by: value * slope });
  }
}

function raise(
  rows: readonly Float64Array[],
  features: Int32Array,
  { at, by }: { at: number; by: number },
): void {
  for (const feature of features) {
    const row = rows[feature];
    if (row !== undefined) row[at] = (row[at] ?? 0) + by;
  }
}

function addTo(sums: Float64Array, more: Float64Array, times: number): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + times * (more[at] ?? 0);
}

export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const order = [...things];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [order[at], order[other]];
    if (one === undefined || two === undefined) continue;
    order[at] = two;
    order[other] = one;
  }
  return order;
}

function sparse(row: Float64Array): number[] {
  return [...row].flatMap((weight, label) => (Math.abs(weight) < smallest ? [] : [label, rounded(weight)]));
}

function rounded(weight: number): number {
  // Adding nought turns a negative nought, which a file would not keep, into a plain one.
  return Math.round(weight * 1000) / 1000 + 0;
}
