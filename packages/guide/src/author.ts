/** 情形引导的编写: from conditions to a published guide, and everything that can be known about it. */
export { boundOf, type GuideBound } from './bound.ts';
export { checkGuide, type GuideFinding } from './check.ts';
export { type Compiled, compileGuide } from './compile.ts';
export type { Condition, Parsed, Range } from './condition.ts';
export { countGuide, type GuideCounts } from './count.ts';
export { type Change, diffGuides, type GuideDiff, type OutputDiff, type QuestionDiff } from './diff.ts';
export { createEvaluator } from './evaluator.ts';
export { type MapLabels, type MapNode, mapGuide, mapText } from './map.ts';
export { mapSvg } from './map-svg.ts';
export { conditionsOf, type Matrix, type MatrixColumn, type MatrixRow, matrixOf } from './matrix.ts';
export { parseCondition } from './parse.ts';
export { say } from './say.ts';
export type {
  ExclusiveSource,
  FactSource,
  GuideProblem,
  GuideSource,
  MaterialSource,
  PeopleSource,
  Scope,
  SourcePath,
} from './source.ts';
