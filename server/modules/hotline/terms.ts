import type { OrderChannel, OrderDuty, OrderRoster, OrderTerms } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { newId, type SignedIn, type Tx } from '../../platform/index.ts';
import { type Parts, postOf, unitName } from './parts.ts';
import { isWithin } from './rules/reach.ts';
import type { DutyStore } from './store/duties.ts';
import type { DutyRow } from './store/tables.ts';

type Deps = Parts & { duties: DutyStore };
type Roster = { day: string; duties: readonly OrderDuty[] };
const writers: readonly string[] = ['spokesperson', 'hall-manager'];

/** 用语和值班: what the desk offers to choose from, and who is on duty for urgent orders. */
export function createTerms(deps: Deps) {
  const { duties } = deps;
  return {
    terms: (caller: SignedIn): OrderTerms => termsFor(deps, postOf(caller).branch),
    /** 一般多久答复: by kind, for what comes by this way and is neither urgent nor given more time. */
    limits: (channel: OrderChannel = 'web') => ({
      limits: deps.rules.kinds.map(({ id: kind }) => {
        const isPetition = deps.rules.petitionChannels.includes(channel);
        const { days, unit } = deps.timing.limits.of(kind, isPetition);
        return { kind, days, unit };
      }),
    }),
    roster: async (caller: SignedIn, day: string): Promise<OrderRoster> =>
      rosterOf(deps, caller, { day, rows: await duties.onDay(day) }),
    /** The house writes it, for the unit of whoever says so and no other. */
    async setRoster(tx: Tx, caller: SignedIn, { day, duties: said }: Roster): Promise<OrderRoster> {
      const { branch } = postOf(caller);
      if (said.some(({ from, to }) => from === to))
        throw new Problem('orders.duty-hours', 'invalid', '值班的开始和结束不能一样');
      const rows = said.map(({ from, to, name, phone }) => ({
        ...{ duty_id: newId(), branch, day, from_hour: from, to_hour: to, name: name.trim(), phone },
      }));
      await duties.replace(tx, { branch, day }, rows);
      return rosterOf(deps, caller, { day, rows });
    },
  };
}

function termsFor(deps: Deps, branch: string): OrderTerms {
  const { kinds, labels, wrapUps, talk, extension } = deps.rules;
  const { items: _items, ...said } = talk;
  const organisations = deps.offices.organisations();
  const here = organisations.find((one) => one.branch === branch);
  return {
    unit: { id: here?.id ?? '', name: unitName(deps, branch) },
    division: here?.division ?? '44',
    kinds: kinds.map(({ id: kind, name, limit: { days, unit }, tipOff }) => ({
      ...{ kind, name, days, unit, tipOff },
    })),
    labels: [...labels],
    wrapUps: [...wrapUps],
    ...said,
    units: organisations.map(({ id: unit, name, branch: other }) => ({
      ...{ unit, name, place: placeOf(other, branch) },
    })),
    extensionDays: extension.days,
  };
}

function placeOf(other: string, branch: string): OrderTerms['units'][number]['place'] {
  if (other === branch) return 'here';
  if (isWithin(branch, other)) return 'above';
  return isWithin(other, branch) ? 'below' : 'beside';
}

type Shown = { day: string; rows: readonly DutyRow[] };

function rosterOf(deps: Deps, caller: SignedIn, { day, rows }: Shown): OrderRoster {
  const { branch, role } = postOf(caller);
  return {
    day,
    mayWrite: writers.includes(role),
    duties: rows.map((row) => ({
      ...{ duty: row.duty_id, unit: unitName(deps, row.branch), mine: row.branch === branch },
      ...{ from: row.from_hour, to: row.to_hour, name: row.name, phone: row.phone },
    })),
  };
}
