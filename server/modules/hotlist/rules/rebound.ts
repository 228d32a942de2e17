/** How many orders a week there are now, were before the matter was removed, and were when it came onto the list. */
export type Weeks = { readonly now: number; readonly quiet: number; readonly hot: number };

export type ReboundRules = {
  /** 撤榜后监测多少天. */
  readonly days: number;
  /** Fewer orders in a week than this are no rebound. */
  readonly fewest: number;
  /** How surprising the week must be beside the quiet ones, in standard deviations. */
  readonly surprise: number;
  /** How much of the heat it came onto the list with must be back. */
  readonly share: number;
};

/** 反弹判定: defaults of the house. */
export const houseRebound: ReboundRules = { days: 90, fewest: 5, surprise: 3, share: 0.5 };

/** 反弹: whether a matter is back: clearly above its quiet weeks, and with a good part of its former heat. */
export function hasRebounded({ now, quiet, hot }: Weeks, rules: ReboundRules = houseRebound): boolean {
  if (now < rules.fewest || now < hot * rules.share) return false;
  return (now - quiet) / Math.sqrt(quiet + 1) >= rules.surprise;
}
