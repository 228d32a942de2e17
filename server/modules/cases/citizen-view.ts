import type { WorkingCalendar } from '@tongban/calendar';
import {
  type Action,
  type ClockReading,
  citizenEvent,
  citizenLine,
  citizenStatus,
  clockColour,
  findRefusal,
  LIGHT_DEFAULTS,
  type Refusal,
  readClocks,
} from '@tongban/casework';
import type { CaseView, CitizenStatus, ClockView, Correction, Defect, Words } from '@tongban/contract';
import type { KeptDefect } from './kept.ts';
import type { OpenCase } from './model.ts';
import { findPutRight } from './proof/views.ts';
import { remedyWords } from './remedies.ts';
import { slotName } from './slots.ts';

type At = { calendar: WorkingCalendar; today: string };

/** The name of the item, in both languages where there are both. */
export function itemName({ edition }: Pick<OpenCase, 'edition'>): Words {
  const { item, english } = edition.folder;
  return english === undefined ? { zh: item.name } : { zh: item.name, en: english.name };
}

/** 办事人看到的状态, with its line and day. */
export function statusView(open: OpenCase, { calendar, today }: At): CitizenStatus {
  const putRight = findPutRight(open);
  if (putRight !== undefined) return putRight;
  const { state } = open;
  const { code, headline, needsYou } = citizenStatus(state);
  const { line, by } = citizenLine(state, calendar, today);
  return { headline: code, title: headline, line, needsYou, ...(by === undefined ? {} : { by }) };
}

/** Both clocks of a case as they stand today. */
export function clockViews({ state }: OpenCase, at: At): ClockView[] {
  const clocks = readClocks(state, at.calendar, at.today);
  return (['statutory', 'promised'] as const).flatMap((kind) => {
    const reading = clocks[kind];
    return reading === undefined ? [] : [clockView(kind, reading, at)];
  });
}

function clockView(kind: ClockView['kind'], reading: ClockReading, { calendar, today }: At): ClockView {
  const open = reading.pauses.find((pause) => pause.to === undefined);
  return {
    ...{ kind, days: reading.limit.days, unit: reading.limit.unit, used: reading.used },
    ...(reading.paused ? {} : { dueOn: reading.dueOn }),
    ...(reading.paused && open !== undefined ? { paused: PAUSED[open.cause] } : {}),
    ...{ overdue: reading.overdue, published: reading.published },
    light: clockColour(reading, { kind, calendar, thresholds: LIGHT_DEFAULTS }, today),
  };
}

const PAUSED = {
  correction: { zh: '等您补材料，时间暂停', en: 'Waiting for your documents; the clock is paused' },
  'special-procedure': { zh: '正在核查，时间暂停', en: 'Checks are under way; the clock is paused' },
} as const satisfies Record<string, Words>;

/** 经过: what happened, as the applicant is told it. */
export function timelineOf(actions: readonly Action[]): CaseView['timeline'] {
  return actions.flatMap((action) => {
    const title = citizenEvent(action);
    if (title === undefined) return [];
    const detail = findToldDetail(action);
    return [{ at: action.at, title, ...(detail === undefined ? {} : { detail: { zh: detail } }) }];
  });
}

/** What the applicant is told beside the headline: why, or what is asked of them. */
function findToldDetail(action: Action): string | undefined {
  switch (action.type) {
    case 'not-accepted':
    case 'refused':
      return action.refusal.reason;
    case 'special-procedure-started':
    case 'returned':
    case 'forwarded':
      return action.reason;
    case 'asked':
      return action.detail;
    default:
      return undefined;
  }
}

/** 补正: what is asked for while the applicant is to answer, and on the desk whenever there was a notice. */
export function findCorrection(open: OpenCase): Correction | undefined {
  const { state, actions, row } = open;
  if (!('notice' in state)) return undefined;
  const told = actions.findLast((action) => action.type === 'correction-requested');
  if (told === undefined) return undefined;
  return {
    dueOn: state.notice.replyBy,
    toldAt: told.at,
    defects: row.defects.map((defect) => defectView(open, defect)),
  };
}

function defectView({ edition }: OpenCase, defect: KeptDefect): Defect {
  const { id, material, person, checkpoint, say, mended, region } = defect;
  return {
    ...{ id, material, say, mended },
    materialName: slotName(edition, defect),
    ...(person === undefined ? {} : { person }),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(region === undefined ? {} : { region }),
  };
}

/** Why it was not done, on what basis, and what can be done about it. */
export function findRefusalView({ state }: OpenCase): CaseView['refusal'] {
  const refusal: Refusal | undefined = findRefusal(state);
  if (refusal === undefined) return undefined;
  return {
    reason: refusal.reason,
    basis: refusal.basis.join('；'),
    remedies: remedyWords(refusal.remedies),
  };
}
