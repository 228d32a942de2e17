/** 情形引导: from a few questions to a personal checklist, the same in the browser and on the server. */
export { type AnswerFault, readAnswers, writeAnswers } from './answers.ts';
export { evaluate, type Outcome, why } from './evaluate.ts';
export {
  type Answer,
  type Answers,
  type Guide,
  type GuideFact,
  type GuideOutput,
  type GuideTrait,
  type Layer,
  NOT_SURE,
  type State,
  type Verdict,
} from './guide.ts';
export { type Step, step } from './step.ts';
