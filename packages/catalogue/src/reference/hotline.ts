import Type, { type Static } from 'typebox';
import { closed, Id, Line, origin, prov } from './vocabulary.ts';

const Say = Type.String({ minLength: 2, maxLength: 60 });
const Name = Type.String({ minLength: 1, maxLength: 30 });
const Words = Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { description: '群众常说的词' });
const Days = Type.Object(
  { days: Type.Integer({ minimum: 0, maximum: 365 }), unit: Type.Enum(['working', 'natural']) },
  closed,
);
const named = { id: Id, name: Name, ...origin };

const Kind = Type.Object(
  {
    ...named,
    name_en: Name,
    at_once: Type.Optional(Id),
    order: Type.String({ description: '转办的期限' }),
    petition: Type.String({ description: '网上信访件转业务部门的期限' }),
    secret: Type.Optional(Type.Literal(true, { description: '举报人保密，只有承办单位看得到' })),
    public: Type.Boolean({ description: '答复审核后可不可以公开' }),
  },
  closed,
);

const Channel = Type.Object(
  {
    ...named,
    name_en: Name,
    petition: Type.Optional(Type.Literal(true, { description: '由网络发言人处理' })),
    imported: Type.Optional(Type.Literal(true, { description: '从别处导入' })),
  },
  closed,
);

const Emergency = Type.Object(
  { ...named, number: Type.Enum(['110', '119', '120', '122']), words: Words, say: Say },
  closed,
);
const Exclusion = Type.Object({ ...named, words: Words, say: Say }, closed);

/** 热线规则 (hotline/rules.yaml): kinds with their limits, stages, channels, wrap-ups, and what is handed on instead of taken. */
export const HotlineRules = Type.Object(
  {
    limits: Type.Array(Type.Object({ ...named, ...Days.properties }, closed), { minItems: 1 }),
    kinds: Type.Array(Kind, { minItems: 1 }),
    urgent: Type.Object(
      { limit: Id, duty_hours: Type.Integer({ minimum: 1, maximum: 24 }), ...origin },
      closed,
    ),
    extension: Type.Object(
      { times: Type.Integer({ minimum: 0, maximum: 3 }), most: Days, ...origin },
      closed,
    ),
    hand: Type.Optional(
      Type.Object({ within: Days, ...origin }, { ...closed, description: '上交、下交后几天内办' }),
    ),
    silent: Type.Optional(
      Type.Object({ within: Days, ...origin }, { ...closed, description: '答复后几天没有回音可以办结' }),
    ),
    visits: Type.Optional(
      Type.Object({ ahead: Days, ...origin }, { ...closed, description: '上门最多约到几天后' }),
    ),
    reminder: Type.Object({ after: Days, ...origin }, closed),
    criticism: Type.Object({ after_reminder: Days, ...origin }, closed),
    call_back: Type.Object(
      { after: Days, tries: Type.Integer({ minimum: 1, maximum: 10 }), ...origin },
      closed,
    ),
    reopening: Type.Object(
      { within: Days, times: Type.Integer({ minimum: 1, maximum: 9 }), ...origin },
      closed,
    ),
    urge: Type.Object({ every_hours: Type.Integer({ minimum: 1, maximum: 720 }), ...origin }, closed),
    lights: Type.Object({ yellow_before: Days, red_at_expiry: Type.Boolean(), ...origin }, closed),
    public_reply: Type.Object({ reviewers: Type.Integer({ minimum: 1, maximum: 3 }), ...origin }, closed),
    automatic: Type.Object({ precision: Type.Number({ minimum: 0.5, maximum: 1 }), ...origin }, closed),
    stages: Type.Array(Type.Object(named, closed), { minItems: 2 }),
    channels: Type.Array(Channel, { minItems: 1 }),
    wrap_ups: Type.Array(
      Type.Object({ ...named, closes: Type.Boolean({ description: '这样小结就办结了' }) }, closed),
      { minItems: 1 },
    ),
    emergencies: Type.Array(Emergency),
    exclusions: Type.Array(Exclusion),
    petition_procedure: Type.Object(
      { accept_within: Days, finish_within: Days, extend_at_most: Days, ...prov },
      closed,
    ),
    root_causes: Type.Array(Type.Object(named, closed), { minItems: 1 }),
  },
  closed,
);
export type HotlineRules = Static<typeof HotlineRules>;

const leaf = {
  id: Id,
  name: Name,
  line: Type.Optional(Line),
  items: Type.Optional(Type.Array(Id, { minItems: 1, description: '对应的办事指南' })),
  words: Type.Optional(Words),
  secret: Type.Optional(Type.Literal(true, { description: '只有承办单位看得到，从不公开' })),
};
const Leaf = Type.Object(leaf, closed);
const Branch = Type.Object({ ...leaf, children: Type.Optional(Type.Array(Leaf, { minItems: 1 })) }, closed);
const Root = Type.Object({ ...leaf, children: Type.Array(Branch, { minItems: 1 }) }, closed);

/** 诉求分类 (hotline/matters.yaml): what orders are about, as a tree, and the labels they bear beside it. */
export const Matters = Type.Object(
  {
    matters: Type.Array(Root, { minItems: 1 }),
    labels: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Name,
          one_of: Type.Boolean({ description: '只能选一个' }),
          values: Type.Array(Type.Object({ id: Id, name: Name, words: Type.Optional(Words) }, closed), {
            minItems: 2,
          }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Matters = Static<typeof Matters>;

/** 原有专线 (hotline/numbers.yaml): the old telephone lines, how each was merged, and what its callers want. */
export const OldNumbers = Type.Object(
  {
    numbers: Type.Array(
      Type.Object(
        {
          ...named,
          number: Type.Optional(
            Type.String({ pattern: '^[\\d-]{3,15}$', description: '原来的号码，不知道就不写' }),
          ),
          merge: Type.Enum(['absorbed', 'parallel', 'branch', 'apart'], {
            description: '取消号码并入 · 双号并行 · 设分中心 · 不并，双向转接',
          }),
          skill: Id,
          matters: Type.Array(Id),
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
);
export type OldNumbers = Static<typeof OldNumbers>;

/** One place in the tree of matters, with what it takes over from the ones above it. */
export type Matter = {
  readonly id: string;
  readonly name: string;
  /** From the top down, without itself. */
  readonly above: readonly string[];
  readonly isLeaf: boolean;
  readonly line?: Line;
  readonly items: readonly string[];
  readonly words: readonly string[];
  readonly secret: boolean;
};

type Node = Static<typeof Leaf> & { children?: readonly Node[] };

/** Every matter of the tree from the top down; line and secrecy hold for everything below. */
export function mattersOf({ matters }: Matters): Matter[] {
  return matters.flatMap((root) => below(root, { above: [], secret: false }));
}

function below(node: Node, from: { above: readonly string[]; line?: Line; secret: boolean }): Matter[] {
  const { id, name, items = [], words = [], children = [] } = node;
  const line = node.line ?? from.line;
  const secret = from.secret || node.secret === true;
  const held = { secret, ...(line === undefined ? {} : { line }) };
  return [
    { id, name, above: from.above, isLeaf: children.length === 0, items, words, ...held },
    ...children.flatMap((child) => below(child, { above: [...from.above, id], ...held })),
  ];
}
