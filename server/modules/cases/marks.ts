import { pointsToCheck } from '@tongban/catalogue';
import type { Mark } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { KeptDefect, KeptMark } from './kept.ts';
import type { OpenCase, SlotKey } from './model.ts';
import { sameSlot } from './model.ts';
import { definitionOf, slotName } from './slots.ts';
import { queueOf } from './standing.ts';

/** 要点: one thing to check on one material, on one side of acceptance. */
type Point = SlotKey & { checkpoint: string; check: string };
type Side = KeptMark['side'];

/** On which side of acceptance a case stands: intake checks what came in, review what it says. */
export function sideOf({ state }: OpenCase): Side {
  return queueOf(state) === 'intake' ? 'intake' : 'review';
}

/** Every point a person must check on a side, for all materials of the case. */
function pointsOf({ edition, content }: OpenCase, side: Side): Point[] {
  return content.slots.flatMap((slot) =>
    pointsToCheck(definitionOf(edition, slot.material), slot, side).map(({ id, check }) => ({
      ...keyOf(slot.material, slot.person),
      checkpoint: id,
      check,
    })),
  );
}

/** Points nobody has looked at yet. */
export function uncheckedOf(open: OpenCase, side: Side): Point[] {
  return pointsOf(open, side).filter((point) => findMark(open, side, point) === undefined);
}

/** What was found wrong on a side. */
export function defectsOf({ row }: OpenCase, side: Side): KeptMark[] {
  return row.marks.filter((mark) => mark.side === side && mark.result === 'defect');
}

/** Puts new marks in the place of those of the same side; a mark on something that is not a point is refused. */
export function marked(
  open: OpenCase,
  side: Side,
  given: { by: string; marks: readonly Mark[] },
): KeptMark[] {
  const points = pointsOf(open, side);
  const unknown = given.marks.find((mark) => !points.some((point) => samePoint(point, mark)));
  if (unknown !== undefined) {
    throw new Problem('cases.mark', 'invalid', `“${unknown.checkpoint}”不是现在要核对的要点，刷新后再标`);
  }
  for (const mark of given.marks) refuseRegion(open, mark);
  const others = open.row.marks.filter((mark) => mark.side !== side);
  return [...others, ...given.marks.map((mark) => ({ ...mark, side, by: given.by }))];
}

/** 圈出的位置: lies within a file of the very material it is about. */
function refuseRegion({ content }: OpenCase, { material, person, region }: Mark): void {
  if (region === undefined) return;
  const { file, x, y, width, height } = region;
  const slot = content.slots.find((one) => sameSlot(one, keyOf(material, person)));
  if (slot?.files.some((one) => one.file === file) !== true) {
    throw new Problem('cases.mark-file', 'invalid', '圈出的图片不是这份材料的，刷新后再圈');
  }
  if (width <= 0 || height <= 0 || x + width > 1 || y + height > 1) {
    throw new Problem('cases.mark-region', 'invalid', '圈出的位置超出了图片，重新圈一次');
  }
}

/** 缺陷: the defects of a side as the one-time notice tells them, each in its own words. */
export function noticeOf(open: OpenCase, side: Side): KeptDefect[] {
  const points = pointsOf(open, side);
  return defectsOf(open, side).map((mark, at) => {
    const { material, person, checkpoint } = mark;
    const check = points.find((point) => samePoint(point, mark))?.check ?? '';
    const said = mark.say?.trim() ?? '';
    const say = said === '' ? `没有做到：${check}` : said;
    const region = mark.region === undefined ? {} : { region: mark.region };
    return { id: `d${at + 1}`, ...keyOf(material, person), checkpoint, say, mended: false, ...region };
  });
}

/** A defect as one line of the notice, with the material it is about. */
export function defectLine({ edition }: OpenCase, defect: KeptDefect): string {
  return `${slotName(edition, defect).zh}：${defect.say}`;
}

function findMark({ row }: OpenCase, side: Side, point: Point): KeptMark | undefined {
  return row.marks.find((mark) => mark.side === side && samePoint(point, mark));
}

function samePoint(point: SlotKey & { checkpoint: string }, mark: Mark): boolean {
  return point.checkpoint === mark.checkpoint && sameSlot(point, keyOf(mark.material, mark.person));
}

function keyOf(material: string, person: number | undefined): SlotKey {
  return person === undefined ? { material } : { material, person };
}
