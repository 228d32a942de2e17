import { type ItemEdition, itemView } from '@tongban/catalogue';
import type { HotlineRules, Matters, OldNumbers } from '@tongban/catalogue/author';
import { mattersOf } from '@tongban/catalogue/author';
import { type OrderChannel, type OrderKind, orderChannels, orderKinds } from '@tongban/contract';
import type { KindRule, OrderRules, OrderTalk } from './rules/order-rules.ts';

/** 本系统的默认值, for what a bureau has not written: how long a level keeps an order, a reply waits, and how far ahead a visit is. */
const houseDefaults = {
  hand: { days: 5, unit: 'working' },
  silent: { days: 5, unit: 'working' },
  visit: { days: 60, unit: 'natural' },
} as const;

/** What a bureau has written of orders, and the items its orders are about. */
type Written = {
  rules: HotlineRules;
  matters: Matters;
  numbers?: OldNumbers['numbers'];
  editions?: readonly ItemEdition[];
};

/** The rules of orders as a bureau has written them in content/hotline. */
export function orderRulesOf(written: Written): OrderRules {
  const { rules, matters } = written;
  const { extension, call_back: callBack, reopening, criticism, lights, public_reply: publicReply } = rules;
  return {
    ...{ kinds: orderKinds.map((id) => kindOf(rules, id)), petitionChannels: petitionChannels(rules) },
    matters: mattersOf(matters).map(({ id, name, secret }) => ({ id, name, secret })),
    labels: matters.labels.flatMap(({ name, values }) =>
      values.map((value) => ({ id: value.id, name: `${name}：${value.name}` })),
    ),
    talk: talkOf(written),
    wrapUps: rules.wrap_ups.map(({ id, name }) => ({ id, name })),
    ...{ urgent: limitOf(rules, rules.urgent.limit), extension: extension.most },
    hand: rules.hand?.within ?? houseDefaults.hand,
    silent: rules.silent?.within ?? houseDefaults.silent,
    visitAhead: rules.visits?.ahead ?? houseDefaults.visit,
    ...{ callBack: callBack.after, notReached: callBack.tries, criticism: criticism.after_reminder },
    ...{ reopenDays: reopening.within.days, reopenTimes: reopening.times },
    ...{ warnDays: lights.yellow_before.days, reviewers: publicReply.reviewers },
  };
}

function talkOf({ rules, matters, numbers = [], editions = [] }: Written): OrderTalk {
  return {
    matters: mattersOf(matters).map(({ id, name, above, isLeaf }) => ({
      id,
      name,
      above: [...above],
      isLeaf,
    })),
    rootCauses: rules.root_causes.map(({ id, name }) => ({ id, name })),
    emergencies: rules.emergencies.map(({ number, name, words, say }) => ({
      ...{ number, name, say, words: [...words] },
    })),
    exclusions: rules.exclusions.map(({ name, words, say }) => ({ name, say, words: [...words] })),
    lines: numbers.map(({ name, number, merge, skill }) => ({
      ...{ name, merge, skill },
      ...(number === undefined ? {} : { number }),
    })),
    items: editions.map((edition) => ({ id: edition.id, name: itemView(edition, 'zh').name.text })),
  };
}

function kindOf(rules: HotlineRules, id: OrderKind): KindRule {
  const kind = rules.kinds.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`content/hotline/rules.yaml 里缺少诉求类别 ${id}`);
  return {
    ...{ id, name: { zh: kind.name, en: kind.name_en }, limit: limitOf(rules, kind.order) },
    ...{ petitionLimit: limitOf(rules, kind.petition), open: kind.public, tipOff: kind.secret === true },
  };
}

function limitOf({ limits }: HotlineRules, id: string) {
  const limit = limits.find((one) => one.id === id);
  if (limit === undefined) throw new Error(`content/hotline/rules.yaml 里缺少期限 ${id}`);
  return { days: limit.days, unit: limit.unit };
}

function petitionChannels({ channels }: HotlineRules): OrderChannel[] {
  return orderChannels.filter((id) => channels.some((one) => one.id === id && one.petition === true));
}
