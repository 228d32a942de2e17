import type { Limit } from '@tongban/calendar';
import type { OrderChannel, OrderKind, OrderTerms, Words } from '@tongban/contract';

/** 诉求种类: what one kind of order is called and how long its answer may take. */
export type KindRule = {
  readonly id: OrderKind;
  readonly name: Words;
  readonly limit: Limit;
  /** 网上信访件: what came by a channel of the spokesperson’s has a limit of its own. */
  readonly petitionLimit: Limit;
  /** Whether its answer may be made public. */
  readonly open: boolean;
  /** 举报: only the unit that handles it ever sees it, and nothing of it is public. */
  readonly tipOff: boolean;
};

/** 用语: what the desk offers and says, that no rule hangs on. */
export type OrderTalk = Pick<
  OrderTerms,
  'matters' | 'rootCauses' | 'emergencies' | 'exclusions' | 'lines'
> & { readonly items: readonly { readonly id: string; readonly name: string }[] };

/** 诉求规则: limits and waiting times of orders, as a bureau keeps them in content. */
export type OrderRules = {
  readonly kinds: readonly KindRule[];
  /** 由网络发言人处理的渠道. */
  readonly petitionChannels: readonly OrderChannel[];
  /** 事项树: what orders are about; a secret one makes every order about it a tip-off. */
  readonly matters: readonly { readonly id: string; readonly name: string; readonly secret: boolean }[];
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  /** 话后小结. */
  readonly wrapUps: readonly { readonly id: string; readonly name: string }[];
  readonly talk: OrderTalk;
  /** 紧急诉求的时限. */
  readonly urgent: Limit;
  /** 延期: the most that is granted, once. */
  readonly extension: Limit;
  /** 上交、下交: how long a level may keep what another has handed to it. */
  readonly hand: Limit;
  /** 回访: by when whoever asked is called after the reply. */
  readonly callBack: Limit;
  /** 无人应答: so long after the reply an order nobody answers may be closed. */
  readonly silent: Limit;
  /** How many calls nobody took before an order may be closed without an answer. */
  readonly notReached: number;
  /** 重开: how many days after closing somebody may still say that it is not solved. */
  readonly reopenDays: number;
  readonly reopenTimes: number;
  /** 通报: so long after the reminder an order still open is named. */
  readonly criticism: Limit;
  /** 双人审核: how many besides whoever drafted pass what anybody can read. */
  readonly reviewers: number;
  /** 上门: how far ahead a visit is arranged. */
  readonly visitAhead: Limit;
  /** 黄灯: so many working days before the last. */
  readonly warnDays: number;
};

/** The rule of a kind; content always has one for each. */
export function kindRule({ kinds }: Pick<OrderRules, 'kinds'>, kind: OrderKind): KindRule {
  const found = kinds.find(({ id }) => id === kind);
  if (found === undefined) throw new RangeError(`no rule for orders of kind ${kind}`);
  return found;
}
