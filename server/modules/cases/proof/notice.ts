import type { ItemEdition, PromiseNotice } from '@tongban/catalogue';
import type { UndertakingNotice } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { SlotKey } from '../model.ts';
import { basisText, limitText } from '../sealing.ts';
import { definitionOf, slotName } from '../slots.ts';

/** What the applicant says by promising; the same for every promise, after the conditions of the one. */
const commits = [
  '已经知道告知的全部内容。',
  '已经符合告知的条件。',
  '愿意接受核查，并承担不实承诺的后果。',
  '以上承诺是本人真实的意思。',
] as const;

/** 告知书: what somebody is told before they may promise instead of bringing a material. */
export function noticeOf(edition: ItemEdition, material: string, barred: boolean): UndertakingNotice {
  const promise = promiseOf(edition, material);
  const materialName = slotName(edition, { material });
  return {
    ...{ material, materialName, title: titleOf(materialName.zh) },
    basis: promise.basis.map(basisText),
    conditions: promise.conditions,
    proves: promise.proves,
    liability: promise.liability,
    checkedWithin: `作出决定后 ${limitText(promise.check_within)}内核查`,
    public: promise.public,
    commits: commitsOf(promise),
    allowed: !barred,
    ...(barred ? { why: '您有过不实承诺的记录，这份材料要交，不能用承诺代替' } : {}),
  };
}

/** 承诺书: the same as paragraphs to be read aloud, signed and sealed. */
export function undertakingOf(edition: ItemEdition, slot: SlotKey): { title: string; paragraphs: string[] } {
  const promise = promiseOf(edition, slot.material);
  const shown = promise.public ? '承诺书会公开。' : '承诺书不公开。';
  return {
    title: titleOf(slotName(edition, slot).zh),
    paragraphs: [
      `本来要证明：${promise.proves}`,
      `依据：${promise.basis.map(basisText).join('；')}。`,
      `要符合的条件：${promise.conditions.join('；')}。`,
      ...promise.liability,
      `作出决定后 ${limitText(promise.check_within)}内核查。${shown}`,
      `我承诺：${commitsOf(promise).join('')}`,
    ],
  };
}

/** The notice of a material that may be promised; where there is none, nothing may be promised. */
export function promiseOf(edition: ItemEdition, material: string): PromiseNotice {
  const { promise } = definitionOf(edition, material).substitute;
  if (promise !== undefined) return promise;
  throw new Problem('cases.no-promise', 'missing', '这份材料不能用承诺代替，上传照片或换一种方式');
}

function commitsOf({ conditions }: PromiseNotice): string[] {
  return [...conditions.map((condition) => `${condition}。`), ...commits];
}

function titleOf(material: string): string {
  return `${material}告知承诺书`;
}
