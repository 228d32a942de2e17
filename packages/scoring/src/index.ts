/** 研判: classification, duplicates, hot topics and bursts of orders; thought only — it is given words, not texts to cut. */

export {
  type Appraisal,
  appraise,
  calibrate,
  splitHeldOut,
  type Threshold,
  thresholdFor,
} from './appraise.ts';
export { type Axis, type AxisWish, mayDecide, type OrderModel, trainAxis } from './axis.ts';
export { type Burst, type BurstRules, type DayCount, findBursts } from './bursts.ts';
export { type Classifier, classify, type Guess } from './classifier.ts';
export { createDuplicateIndex, type Similar } from './duplicates.ts';
export { type Grievance, type HotParts, type HotRules, houseHotRules } from './grievances.ts';
export { type HotCandidate, type HotMonths, hotCandidates } from './hot-topics.ts';
export {
  type Because,
  blocksOf,
  duplicateAt,
  type Likeness,
  likeness,
  type Rarity,
  type Told,
} from './likeness.ts';
export { marksIn, placesIn } from './marks.ts';
export { type Example, shuffled, type TrainRules, trainClassifier, withCorrections } from './train.ts';
