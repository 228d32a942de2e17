import {
  type Appraisal,
  appraise,
  calibrate,
  splitHeldOut,
  type Threshold,
  thresholdFor,
} from './appraise.ts';
import type { Classifier, Guess } from './classifier.ts';
import { type Example, trainClassifier } from './train.ts';

/** One axis of classification: its model, how it did on what it had not seen, and from where on it may decide alone. */
export type Axis = {
  readonly classifier: Classifier;
  readonly appraisal: Appraisal;
  readonly threshold?: Threshold;
};

/** 分类模型: what is learned of orders on both axes, as plain data to be kept in a file. */
export type OrderModel = {
  /** How many examples it was learned from. */
  readonly examples: number;
  readonly kind: Axis;
  readonly matter: Axis;
};

export type AxisWish = {
  readonly seed: number;
  /** How often an automatic decision must be right. */
  readonly precision: number;
  /** Examples that are always learned from, such as what the content itself says of a label. */
  readonly known?: readonly Example[];
};

const heldOutShare = 0.25;

/**
 * Trains one axis. The model is calibrated and its threshold is set on one half of the held-out examples and appraised on
 * the other, so that its figures come from texts it had nothing to do with.
 */
export function trainAxis(examples: readonly Example[], { seed, precision, known = [] }: AxisWish): Axis {
  const { training, heldOut } = splitHeldOut(examples, { share: heldOutShare, seed });
  const { training: tuning, heldOut: unseen } = splitHeldOut(heldOut, { share: 0.5, seed });
  const classifier = calibrate(trainClassifier([...training, ...known], { seed }), tuning);
  const threshold = thresholdFor(classifier, tuning, precision);
  const appraisal = appraise(classifier, unseen);
  return { classifier, appraisal, ...(threshold === undefined ? {} : { threshold }) };
}

/** Whether a guess is sure enough to be acted on without a person. */
export function mayDecide({ threshold }: Axis, guess: Guess | undefined): boolean {
  return threshold !== undefined && guess !== undefined && guess.confidence >= threshold.confidence;
}
