import type { OpenCase } from '../model.ts';
import { slotName } from '../slots.ts';

type Verdict = { ok: true } | { ok: false; why: string; message: string };

/** Whether everything that stands in for a paper is known: no data check is undecided, no investigation is open. */
export function proofVerdict({ content, edition }: Pick<OpenCase, 'content' | 'edition'>): Verdict {
  const unsettled = content.slots.filter(({ met, proved }) => met === 'data' && proved === undefined);
  const named = unsettled.map((slot) => `“${slotName(edition, slot).zh}”`).join('、');
  if (unsettled.length > 0) {
    return no('unproved', `${named}还没有核验，再核验一次，数据源连不上就人工核验`);
  }
  const tasks = (content.investigations ?? []).filter(({ state }) => state === 'open').length;
  return tasks === 0 ? { ok: true } : no('investigating', `还有 ${tasks} 项调查没有办结，办结后再决定`);
}

function no(why: string, message: string): Verdict {
  return { ok: false, why, message };
}

/** The same for what is done in one sitting: there is no later moment at which something could still be found out. */
export function windowVerdict(open: Pick<OpenCase, 'content' | 'edition'>): Verdict {
  const { slots, investigations = [] } = open.content;
  const sought = slots.filter(({ met, need }) => met === 'investigation' && need === 'required');
  const found = sought.every(({ material }) =>
    investigations.some((task) => task.material === material && task.state === 'found'),
  );
  return found ? proofVerdict(open) : no('investigating', '有材料要先调查，开一项调查任务，办结后再受理');
}
