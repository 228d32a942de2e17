import { workingDaysBetween } from '@tongban/calendar';
import type { OrderView, OrderRow as RowView } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { asMachine, can, maskedBy, type SignedIn } from '../../platform/index.ts';
import { callerIn, isOwn, type KeptStep, type OpenOrder, saidIn } from './model.ts';
import { type Parts, postOf, unitName } from './parts.ts';
import { aboutWords } from './rules/about.ts';
import type { Actor } from './rules/commands.ts';
import { mayOf } from './rules/decide.ts';
import { type Light, readHandClock, readReplyClock } from './rules/lights.ts';
import { kindRule } from './rules/order-rules.ts';
import type { OrderRow } from './store/tables.ts';
import { arrangedWords } from './visit-words.ts';
import { deskVisit } from './visits.ts';
import { stepTitles } from './words.ts';

export type DeskViews = ReturnType<typeof createDeskViews>;

/** 工单 as the desk reads it: masked, with its lights, and with what may be done next. */
export function createDeskViews(parts: Parts) {
  const { identity, files } = parts;
  const namesOf = async (ids: readonly (string | undefined)[]): Promise<ReadonlyMap<string, string>> => {
    const known = await asMachine('worker', () =>
      identity.persons([...new Set(ids.flatMap((id) => id ?? []))]),
    );
    return new Map([...known].map(([id, { name }]) => [id, name]));
  };
  return {
    /** A page of rows, with one question for everybody’s names. */
    async rows(rows: readonly OrderRow[]): Promise<RowView[]> {
      const names = await namesOf(rows.map((row) => row.handler_id));
      return rows.map((row) => rowOf(parts, row, names));
    },
    async view(caller: SignedIn, open: OpenOrder): Promise<OrderView> {
      const { row, state, steps } = open;
      const names = await namesOf([row.handler_id, state.draft?.by, ...steps.map(({ by }) => by)]);
      const { text, wantsOpen = false, post } = saidIn(parts, row);
      return {
        ...rowOf(parts, row, names),
        ...clocksOf(parts, open),
        ...{
          text,
          wantsOpen,
          identity: row.identity,
          desk: unitName(parts, row.desk),
          labels: [...state.labels],
        },
        ...(state.matter === undefined ? {} : { matter: state.matter }),
        ...{ round: state.round, ...askerOf(parts, caller, row) },
        ...(state.procedure === undefined ? {} : { procedure: state.procedure }),
        ...(await linksOf(parts, caller, open)),
        ...(post === undefined ? {} : { post }),
        ...extensionOf(open),
        ...deskVisit(parts, caller, open),
        helpers: helpersOf(parts, open),
        ...draftOf(parts, open, { names, reader: caller.personId }),
        ...(state.reply === undefined ? {} : { reply: state.reply }),
        files: await filesOf(files, state.files),
        steps: steps.map((step) => stepOf(parts, step, names)),
        may: isOwn(parts, row, caller.citizenId)
          ? []
          : mayOf({ state, actor: actorOf(caller), today: today(parts) }, parts.timing),
      };
    },
  };
}

/** A member of staff at the post they act from. */
export function actorOf(caller: SignedIn): Actor {
  return { kind: 'staff', personId: caller.personId, post: postOf(caller) };
}

function today({ clock }: Parts): string {
  return shanghaiDay(clock());
}

function rowOf(parts: Parts, row: OrderRow, names: ReadonlyMap<string, string>): RowView {
  const handler = names.get(row.handler_id ?? '');
  const stopped = row.replied_on ?? (row.closed_at === undefined ? undefined : shanghaiDay(row.closed_at));
  const { light, workingDaysLeft } = lightOn(parts, row.due_on, stopped);
  return {
    ...{
      order: row.number,
      version: row.version,
      kind: row.kind,
      kindName: kindRule(parts.rules, row.kind).name,
    },
    ...{ channel: row.channel, title: saidIn(parts, row).title, stage: row.stage },
    ...(row.how === undefined ? {} : { how: row.how }),
    ...{ urgent: row.urgent, tipOff: row.tip_off, unit: unitName(parts, row.branch) },
    ...(handler === undefined ? {} : { handler }),
    ...{
      receivedAt: row.received_at.toISOString(),
      dueOn: row.due_on,
      light,
      workingDaysLeft,
      urges: row.urges,
    },
    ...(row.hand_due_on === undefined
      ? {}
      : { handDueOn: row.hand_due_on, handLight: lightOn(parts, row.hand_due_on, undefined).light }),
  };
}

/** The light of a day that is kept, without reading a single step. */
function lightOn(
  parts: Parts,
  due: string,
  stoppedOn: string | undefined,
): { light: Light; workingDaysLeft: number } {
  const { calendar, limits } = parts.timing;
  const on = stoppedOn ?? today(parts);
  if (on > due) return { light: 'red', workingDaysLeft: -workingDaysBetween(calendar, due, on) };
  const workingDaysLeft = workingDaysBetween(calendar, on, due);
  return {
    light: stoppedOn === undefined && workingDaysLeft <= limits.warnDays ? 'yellow' : 'green',
    workingDaysLeft,
  };
}

function clocksOf(parts: Parts, { state }: OpenOrder) {
  const { dueOn, light, workingDaysLeft } = readReplyClock(state, parts.timing, today(parts));
  const hand = readHandClock(state, parts.timing, today(parts));
  return {
    dueOn,
    light,
    workingDaysLeft,
    ...(hand === undefined ? {} : { handDueOn: hand.dueOn, handLight: hand.light }),
  };
}

/** Of whoever asked only the mask; of a tip-off and of what was asked in secret nothing. */
function askerOf(parts: Parts, caller: SignedIn, row: OrderRow): Pick<OrderView, 'caller'> {
  if (row.tip_off || row.identity !== 'named') return {};
  const { name, phone } = callerIn(parts, row);
  const told = { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
  return { caller: maskedBy(can(caller, 'read', { kind: 'order', branch: row.branch }), told) };
}

/** 关联: cases it is about, led to where this post may open them; anything else it is about in words. */
async function linksOf(
  { cases, rules }: Parts,
  caller: SignedIn,
  { row: { about }, state: { linkedCase } }: OpenOrder,
): Promise<Pick<OrderView, 'about' | 'cases'>> {
  const isReached = (number: string) => cases.desk.reaches(caller, number);
  const isCase = about !== undefined && about !== linkedCase && (await isReached(about));
  const linked = linkedCase === undefined ? [] : [{ case: linkedCase, mayOpen: await isReached(linkedCase) }];
  return {
    ...(about === undefined || isCase || about === linkedCase ? {} : { about: aboutWords(rules, about) }),
    cases: [...(isCase ? [{ case: about, mayOpen: true }] : []), ...linked],
  };
}

async function filesOf(
  files: Parts['files'],
  laid: OpenOrder['state']['files'],
): Promise<OrderView['files']> {
  const from = new Map(laid.map((one) => [one.file, one.from]));
  const labels = await files.labels(laid.map(({ file }) => file));
  return labels.map((label) => ({ ...label, from: from.get(label.file) ?? 'caller' }));
}

function extensionOf({ state: { extension } }: OpenOrder): Pick<OrderView, 'extension'> {
  if (extension === undefined) return {};
  const { state, days, basis } = extension;
  return { extension: { state, days, basis } };
}

/** 协办: what each unit was asked last, and what it said to it. */
function helpersOf(parts: Parts, { state, steps }: OpenOrder): OrderView['helpers'] {
  return state.helpers.map(({ unit, given }) => {
    const said = (type: 'help-asked' | 'help-given') =>
      steps.flatMap((step) => (step.type === type && step.of === unit ? [step.say] : [])).at(-1);
    const opinion = given ? said('help-given') : undefined;
    return {
      ...{ unit: unitName(parts, unit), given, asked: said('help-asked') ?? '' },
      ...(opinion === undefined ? {} : { opinion }),
    };
  });
}

function draftOf(
  { timing }: Parts,
  { state: { draft } }: OpenOrder,
  { names, reader }: { names: ReadonlyMap<string, string>; reader: string },
): Pick<OrderView, 'draft'> {
  if (draft === undefined) return {};
  const { text, open, by, passedBy } = draft;
  const needs = open === undefined ? 1 : timing.reviewers;
  return {
    draft: {
      text,
      by: names.get(by) ?? '',
      mine: by === reader,
      passed: passedBy.length,
      needs,
      ...(open === undefined ? {} : { open }),
    },
  };
}

function stepOf(
  parts: Parts,
  step: KeptStep,
  names: ReadonlyMap<string, string>,
): OrderView['steps'][number] {
  const text = textOf(parts, step);
  const by = step.by === undefined ? (byHouse.has(step.type) ? '' : '来人') : (names.get(step.by) ?? '');
  return {
    ...{ type: step.type, title: titleOf(step), on: step.on, by },
    ...(text === undefined || text === '' ? {} : { text }),
  };
}
function titleOf(step: KeptStep): string {
  if (step.type === 'attached')
    return step.by === undefined ? stepTitles.attached : `添加了 ${step.files.length} 个附件`;
  if (step.type !== 'handed') return stepTitles[step.type];
  return step.direction === 'up' ? '上交' : '下交';
}
const byHouse: ReadonlySet<string> = new Set(['reminded', 'named', 'classified', 'dispatched']);

function withFiles(files: readonly string[] = []): string | undefined {
  return files.length === 0 ? undefined : `附 ${files.length} 个附件`;
}

/** What was said with a step, in words. */
function textOf(parts: Parts, step: KeptStep): string | undefined {
  if (step.type === 'visit-arranged') return arrangedWords(step);
  if ('reason' in step) return 'to' in step ? `${unitName(parts, step.to)}：${step.reason}` : step.reason;
  if ('basis' in step) return `${step.days} 个工作日：${step.basis}`;
  if ('say' in step) return 'of' in step ? `${unitName(parts, step.of)}：${step.say}` : step.say;
  if ('to' in step) return unitName(parts, step.to);
  if ('text' in step) return step.text;
  return 'note' in step ? step.note : restOf(step);
}

function restOf(step: KeptStep): string | undefined {
  if ('case' in step) return step.case;
  return step.type === 'registered' ? withFiles(step.files) : undefined;
}
