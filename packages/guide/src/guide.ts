/** 情形引导: a compiled guide, plain data that the browser and the server both read. */
export type Guide = {
  /** In the order they are asked, frozen at publication. */
  facts: GuideFact[];
  people: { id: string; max: number }[];
  traits: GuideTrait[];
  outputs: GuideOutput[];
  /** How many values each variable has. */
  sizes: number[];
  /** The question that settles each variable. */
  keys: string[];
  /** The shared forest, children first: [variable, child, child…]; 0 no, 1 yes, 2 impossible, 3 the first node. */
  nodes: number[][];
  /** One root per independent group of constraints. */
  constraints: number[];
};

/** 问题: one fact the citizen may be asked. */
export type GuideFact = {
  id: string;
  /** The key of its answer, 随迁子女.#.来源 for each accompanying person. */
  key: string;
  type: 'choice' | 'bool' | 'multi' | 'number';
  role: 'situation' | 'modifier';
  /** Its first variable; a multi fact has one variable per option. */
  level: number;
  /** Root of its applicability. */
  when: number;
  /** Of a bool 否 and 是, of a number none. */
  options: string[];
  min?: number;
  max?: number;
  /** Whole numbers at which a new interval begins. */
  cuts?: number[];
  prior?: number[];
  default?: Answer;
  /** Share of citizens who will be asked. */
  chance: number;
  /** The people each of whom is asked this fact; their number is the fact of that name. */
  of?: string;
};

/** 随行人: something that may be true of at least one of some people, without listing them. */
export type GuideTrait = { of: string; level: number; root: number };

/** 结果: something the guide decides. `each` holds the root asked once per accompanying person. */
export type GuideOutput = {
  id: string;
  layer: Layer;
  /** Route, eligibility, then channel with limit and fee, then materials: each waits for the one before. */
  stage: number;
  root: number;
  each?: { of: string; root: number };
  verdict?: Verdict;
  group?: string;
  otherwise?: true;
  /** A condition was written, though it may have reduced to always or never. */
  conditional?: true;
};

export type Layer = 'route' | 'eligibility' | 'channel' | 'limit' | 'fee' | 'materials';
export type Verdict = 'no' | 'person';
/** 必需, 可能, 不需要. */
export type State = 'required' | 'possible' | 'no';

/** 不清楚: said by the citizen, so the question is not asked again. */
export const NOT_SURE = '?';
export type Answer = string | number | boolean | string[];
/** Keyed by fact, 随迁子女.1.来源 for the first accompanying person. */
export type Answers = Record<string, Answer>;
