import type { WorkingCalendar } from '@tongban/calendar';
import type { WaitingRules } from '@tongban/casework';
import type { DispatchRules } from '@tongban/catalogue/author';

/** 分派设置: the rules of the bureau, and how long a case may stand with nobody. */
export type DispatchSettings = Pick<DispatchRules, 'rules' | 'lines'> & { waiting: WaitingRules };

/** Makes the settings of the house from what content says. */
export function settingsOf(
  { rules, lines, unassigned }: DispatchRules,
  calendar: WorkingCalendar,
): DispatchSettings {
  const { yellow_hours: yellowHours, red_hours: redHours, office_hours: hours } = unassigned;
  const office = hours === undefined ? {} : { office: { calendar, hours } };
  return { rules, lines, waiting: { yellowHours, redHours, ...office } };
}
