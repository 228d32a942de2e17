export { addMonths, ageOn, monthsBetween } from './age.ts';
export {
  type CalendarData,
  type CalendarYear,
  calendarOf,
  createCalendar,
  isPublished,
  isWorkingDay,
  type WorkingCalendar,
} from './calendar.ts';
export {
  addDays,
  addNaturalDays,
  addWorkingDays,
  type Due,
  daysBetween,
  dueOn,
  type Limit,
  type Unit,
  workingDaysBetween,
} from './counting.ts';
