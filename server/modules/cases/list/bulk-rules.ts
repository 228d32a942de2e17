import type { TaskRow } from '@tongban/contract';
import type { SignedIn } from '../../../platform/index.ts';
import type { OpenCase } from '../model.ts';
import { stepFor, verdictOf } from '../permitted.ts';

export type BulkAct = NonNullable<TaskRow['bulk']>[number];

/** 批量: what of a bulk act this person may do with the case now; the edition names the steps that allow it. */
export function bulkOf(open: OpenCase, caller: SignedIn): BulkAct[] {
  const printable: BulkAct[] = open.row.documents.length > 0 ? ['print'] : [];
  if (caller.role !== 'clerk' && caller.role !== 'approver') return printable;
  const claimable: BulkAct[] =
    open.row.holder_id === undefined && verdictOf('claim', open, caller).ok ? ['claim'] : [];
  return [...claimable, ...(decidable(open, caller) ?? []), ...printable];
}

function decidable(open: OpenCase, caller: SignedIn): BulkAct[] | undefined {
  const step = bulkStep(open, caller);
  if (step === undefined) return undefined;
  if (open.state.status === 'in-review')
    return verdictOf('pass-step', open, caller).ok ? ['pass'] : undefined;
  return verdictOf('grant', open, caller).ok ? ['grant'] : undefined;
}

/** The open step where the edition lets it go in bulk; a step of four eyes never does. */
export function bulkStep(open: OpenCase, caller: SignedIn): string | undefined {
  const { plan, state, edition } = open;
  const deciding = plan.steps.find(({ stage }) => stage === 'decide');
  const step = state.status === 'awaiting-decision' ? deciding : stepFor(open, caller);
  if (step === undefined || step.fourEyes) return undefined;
  return edition.folder.item.steps.find(({ id }) => id === step.id)?.bulk === true ? step.id : undefined;
}
