import type { Role } from '@tongban/contract';
import { type CommandRule, type CommandType, commandRules, type Situation, workers } from './commands.ts';
import { isWithin, type Post, seesOrder } from './reach.ts';
import type { OrderState } from './state.ts';
import type { OrderWhy } from './why.ts';

type Place = NonNullable<CommandRule['staff']>['place'];
type Standing = { readonly state: OrderState; readonly personId: string; readonly post: Post };

/** Who may, from where, and at which stage; before anything of the wish itself is looked at. */
export function whyNotHere(situation: Situation, type: CommandType): OrderWhy | undefined {
  const { state } = situation;
  const rule = commandRules[type];
  const why = whyNotYours(situation, rule);
  if (why !== undefined) return why;
  return rule.from.includes(state.stage) ? undefined : 'stage';
}

function whyNotYours({ state, actor }: Situation, rule: CommandRule): OrderWhy | undefined {
  if (actor.kind !== 'staff') return rule[actor.kind] === true ? undefined : 'role';
  if (!seesOrder(actor.post, state)) return 'missing';
  if (rule.staff?.roles.includes(actor.post.role) !== true) return 'role';
  const { personId, post } = actor;
  return byPlace[rule.staff.place]({ state, personId, post });
}

const byPlace: Readonly<Record<Place, (standing: Standing) => OrderWhy | undefined>> = {
  desk: ({ state, post }) => (isWithin(state.desk, post.branch) ? undefined : 'desk'),
  unit: whyElsewhere,
  handler: (standing) => whyElsewhere(standing) ?? (isInHand(standing) ? undefined : 'handler'),
  helper: (standing) => (isAsked(standing) ? undefined : 'unit'),
  above: ({ state, post }) => (isWithin(state.branch, post.branch) ? undefined : 'unit'),
  acting: (standing) => (isAtWork(standing.state) ? byUnit(standing) : byDesk(standing)),
  'desk-or-handler': (standing) => (isInHand(standing) || isAtDesk(standing) ? undefined : 'handler'),
};

/** What one’s own unit has handed on is another matter than what was never there. */
function whyElsewhere({ state, post }: Standing): OrderWhy | undefined {
  if (state.branch === post.branch) return undefined;
  return state.hands.some(({ from }) => from === post.branch) ? 'handed-on' : 'unit';
}

function isAsked({ state, post }: Standing): boolean {
  return state.helpers.some(({ unit, given }) => unit === post.branch && !given);
}

function isAtWork({ stage }: OrderState): boolean {
  return stage === 'handling' || stage === 'coordinating';
}

function byUnit(standing: Standing): OrderWhy | undefined {
  if (!(workers as readonly Role[]).includes(standing.post.role)) return 'role';
  return isAsked(standing) ? undefined : whyElsewhere(standing);
}

function byDesk({ state, post }: Standing): OrderWhy | undefined {
  if (units.includes(post.role)) return 'role';
  return isWithin(state.desk, post.branch) ? undefined : 'desk';
}

const units: readonly Role[] = ['clerk', 'approver'];

function isInHand({ state, personId, post }: Standing): boolean {
  return state.branch === post.branch && state.handlerId === personId;
}

function isAtDesk({ state, post }: Standing): boolean {
  return !units.includes(post.role) && isWithin(state.desk, post.branch);
}
