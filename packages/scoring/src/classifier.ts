import { featuresOf, wordsOf } from './features.ts';

/** 分类模型: a trained linear model as plain data; it can be kept in a file and read back unchanged. */
export type Classifier = {
  readonly labels: readonly string[];
  readonly bias: readonly number[];
  /** Per feature: label position, weight, label position, weight … */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** Confidence is made softer above 1 and sharper below, so that 80 % is right four times in five. */
  readonly temperature: number;
};

/** One suggestion: how sure the model is, and the words of the text that led to it. */
export type Guess = {
  readonly label: string;
  readonly confidence: number;
  readonly words: readonly string[];
};

const wordsShown = 4;

/** The most likely labels of a text, the likeliest first; without a known word they follow how common they are. */
export function classify(classifier: Classifier, tokens: readonly string[], top = 3): Guess[] {
  const features = featuresOf(tokens).filter((feature) => Object.hasOwn(classifier.weights, feature));
  const confidences = confidencesOf(classifier, scoresOf(classifier, features));
  const order = confidences
    .map((confidence, label) => ({ confidence, label }))
    .sort((a, b) => b.confidence - a.confidence || a.label - b.label);
  return order.slice(0, top).map(({ confidence, label }) => ({
    label: classifier.labels[label] ?? '',
    confidence,
    words: wordsFor(classifier, features, label),
  }));
}

/** How much each label is spoken for, before it becomes a share of certainty. */
export function scoresOf(classifier: Classifier, features: readonly string[]): number[] {
  const scores = [...classifier.bias];
  const value = 1 / Math.sqrt(Math.max(1, features.length));
  for (const feature of features) {
    const row = classifier.weights[feature] ?? [];
    for (let at = 0; at < row.length; at += 2) {
      const label = row[at] ?? 0;
      scores[label] = (scores[label] ?? 0) + value * (row[at + 1] ?? 0);
    }
  }
  return scores;
}

function confidencesOf({ temperature }: Classifier, scores: readonly number[]): number[] {
  return softmax(scores.map((score) => score / temperature));
}

export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const grown = scores.map((score) => Math.exp(score - most));
  const sum = grown.reduce((total, one) => total + one, 0);
  return grown.map((one) => one / sum);
}

/** The words that speak for this label more than for the others; a pair is shown only when its words are not. */
function wordsFor({ labels, weights }: Classifier, features: readonly string[], label: number): string[] {
  const spoken = features
    .map((feature) => ({ feature, weight: leanOf(weights[feature] ?? [], label, labels.length) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const shown: string[] = [];
  for (const { feature } of spoken) {
    const words = wordsOf(feature);
    if (shown.some((other) => other.includes(words) || words.includes(other))) continue;
    shown.push(words);
    if (shown.length === wordsShown) break;
  }
  return shown;
}

function leanOf(row: readonly number[], label: number, labels: number): number {
  let own = 0;
  let sum = 0;
  for (let at = 0; at < row.length; at += 2) {
    const weight = row[at + 1] ?? 0;
    sum += weight;
    if (row[at] === label) own = weight;
  }
  return own - sum / labels;
}
