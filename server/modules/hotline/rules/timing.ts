import type { WorkingCalendar } from '@tongban/calendar';
import type { Rules } from './barring.ts';
import { kindRule, type OrderRules } from './order-rules.ts';

/** What the rules of a bureau and the calendar say of time. */
export function timingOf(rules: OrderRules, calendar: WorkingCalendar): Rules {
  const { urgent, hand, callBack, silent, warnDays, reopenDays, criticism } = rules;
  const { notReached, extension, reopenTimes, reviewers, visitAhead } = rules;
  return {
    calendar,
    limits: {
      of: (kind, petition) => {
        const { limit, petitionLimit } = kindRule(rules, kind);
        return petition ? petitionLimit : limit;
      },
      ...{ urgent, hand, callBack, silent, warnDays, reopenDays, criticism },
    },
    ...{ notReached, extensionDays: extension.days, reopenTimes, reviewers, visitAhead },
    mayOpen: (kind) => kindRule(rules, kind).open,
  };
}
