import type { ItemEdition } from '@tongban/catalogue';
import type { MaterialSlot } from '@tongban/contract';
import type { FormFault } from '@tongban/forms';
import { Problem } from '@tongban/kernel';
import type { Drafter } from './drafter.ts';
import { type SlotKey, sameSlot } from './model.ts';
import type { Situation } from './situation.ts';
import { slotName } from './slots.ts';

/** Where and how an application is made. */
export type Admission = { division: string; channel: Drafter['channel'] };

/** Refuses an item that cannot be applied for here, and says where it can. */
export function refuseElsewhere({ folder }: ItemEdition, { division, channel }: Admission): void {
  const { channels, opens, status, name } = folder.item;
  if (status === 'historical')
    throw new Problem('cases.historical', 'conflict', `“${name}”已经停办，不能再申请`);
  if (opens !== undefined) throw new Problem('cases.elsewhere', 'conflict', `“${name}”在别处办理：${opens}`);
  if (channel === 'hall' && !channels.hall)
    throw new Problem('cases.not-in-hall', 'conflict', `“${name}”不在大厅办理，办事指南里写着在哪里办`);
  if (channel === 'web' && channels.web !== 'full' && channels.web !== 'pre-acceptance') {
    const say = channels.hall ? '到大厅办理，可以先预约' : '打咨询电话问一问怎么办';
    throw new Problem('cases.not-online', 'conflict', `“${name}”还不能在网上申请。${say}`);
  }
  if (division.length < 4) {
    throw new Problem('cases.division', 'invalid', '先选要在哪个市办', [
      { pointer: '/division', code: 'too-wide', message: '选到市' },
    ]);
  }
}

/** Refuses answers the edition does not know; each is named with what to do. */
export function refuseAnswers({ faults }: Pick<Situation, 'faults'>): void {
  if (faults.length === 0) return;
  const named = faults.map(({ fact, code }) => {
    const say =
      code === 'unknown'
        ? `办事指南里没有“${fact}”这个问题，去掉它，其余回答都还在`
        : `“${fact}”的回答现在不能用，重新选一次`;
    return { pointer: `/answers/${fact}`, code, message: say };
  });
  throw new Problem('cases.answers', 'invalid', '有的回答和办事指南对不上，回到引导再选一次', named);
}

/** Refuses when the answers say it cannot be done here; what needs a member of staff is admitted where one is. */
export function refuseVerdict({ outcome }: Pick<Situation, 'outcome'>, { channel }: Admission): void {
  const { is, headline, reasons } = outcome.verdict;
  if (is === 'yes' || is === 'unknown' || (is === 'person' && channel === 'hall')) return;
  const why = reasons.map(({ say, next }) => [say.text, next?.text].filter(Boolean).join('')).join('');
  const todo = is === 'person' ? '到大厅请工作人员看一看，可以先预约。' : '';
  throw new Problem(`cases.verdict-${is}`, 'conflict', [headline.text, why, todo].filter(Boolean).join('。'));
}

/** Refuses while a question that matters is still open. */
export function refuseUnanswered({ outcome }: Pick<Situation, 'outcome'>, { channel }: Admission): void {
  const { is } = outcome.verdict;
  if (outcome.complete && (is === 'yes' || (is === 'person' && channel === 'hall'))) return;
  throw new Problem('cases.unanswered', 'conflict', '引导里还有问题没有回答，答完再提交');
}

/** Refuses while a required material is not met; every one is named, but for those whose lack is already noted. */
export function refuseOpenSlots(
  edition: ItemEdition,
  slots: readonly MaterialSlot[],
  noted: readonly SlotKey[],
): void {
  const open = slots.filter(
    (slot) => slot.need === 'required' && slot.met === 'open' && !noted.some((one) => sameSlot(one, slot)),
  );
  if (open.length === 0) return;
  const faults = open.map((slot) => {
    const at = slot.person === undefined ? '' : `/${slot.person}`;
    return {
      pointer: `/materials/${slot.material}${at}`,
      code: 'open',
      message: `还没有交：${slotName(edition, slot).zh}${whyAsked(slot)}`,
    };
  });
  throw new Problem('cases.materials', 'invalid', `还有 ${open.length} 份材料没有交`, faults);
}

/** Why a material is asked for after all: the source that was asked did not agree. */
function whyAsked({ notProved }: MaterialSlot): string {
  return notProved === undefined ? '' : `。已经核验过，${notProved.say}`;
}

/** Refuses files that have not arrived whole. */
export function refuseHalfFiles(slots: readonly MaterialSlot[]): void {
  const half = slots.flatMap(({ files }) => files.filter(({ complete }) => !complete));
  const [first] = half;
  if (first === undefined) return;
  throw new Problem('cases.file-incomplete', 'invalid', `“${first.name}”还没有传完，传完再提交`);
}

/** Refuses a form with faults; each points at its question. */
export function refuseForm(faults: readonly FormFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  const named = faults.map(({ pointer, code, message }) => ({
    pointer: `/values${pointer}`,
    code,
    message: message.zh,
  }));
  throw new Problem('cases.form', 'invalid', `表单还有 ${faults.length} 处要改：${first.message.zh}`, named);
}

/** Refuses without the applicant's word that everything is true. */
export function refuseUndeclared(declared: boolean): void {
  if (declared) return;
  throw new Problem('cases.not-declared', 'invalid', '勾选“以上内容真实”再提交', [
    { pointer: '/declared', code: 'not-declared', message: '勾选“以上内容真实”' },
  ]);
}
