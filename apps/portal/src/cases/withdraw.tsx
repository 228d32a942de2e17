/** @jsxImportSource preact */
import { type CaseView, casesRoutes } from '@tongban/contract';
import type { FieldFault } from '@tongban/ui';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { getCase } from './find-case.ts';
import { messageFrom, messagePage } from './message-page.tsx';

const field = { id: 'reason', longest: 500 } as const;

/** 撤回申请: asked once more, with what it means. */
export async function showWithdraw(visit: Visit): Promise<PageAnswer> {
  const view = await getCase(visit);
  return view.mayWithdraw ? withdrawPage(visit, view, []) : leadTo(visit, `/cases/${view.case}`);
}

export async function takeWithdraw(visit: Visit): Promise<PageAnswer> {
  const { written: reason, once } = messageFrom(visit, field);
  try {
    const asked = { params: { case: visit.params.case ?? '' }, body: { reason } };
    const view = await visit.call(casesRoutes.withdraw, asked, once);
    return leadTo(visit, `/cases/${view.case}`);
  } catch (error) {
    return withdrawPage(visit, await getCase(visit), faultsFrom(error, field.id));
  }
}

function withdrawPage(visit: Visit, view: CaseView, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  return messagePage(visit, view, {
    title: say('确定撤回这个申请？', 'Withdraw this application?'),
    lead: say(
      '撤回后不再办理。以后要办，重新申请就行。',
      'We stop working on it. You can apply again later.',
    ),
    field: { ...field, label: say('为什么撤回（可以不填）', 'Why (optional)') },
    send: say('撤回', 'Withdraw'),
    danger: true,
    leave: say('不撤回', 'Keep it'),
    back: say('不撤了，回去', 'Keep it'),
    faults,
  });
}
