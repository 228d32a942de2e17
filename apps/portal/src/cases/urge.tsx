/** @jsxImportSource preact */
import { type CaseView, casesRoutes } from '@tongban/contract';
import { type FieldFault, LinkButton } from '@tongban/ui';
import { momentText } from '../days.ts';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { getCase } from './find-case.ts';
import { messageFrom, messagePage } from './message-page.tsx';

const field = { id: 'say', longest: 300 } as const;

/** 催办: asks whoever handles the case to go on; at most once a day. */
export async function showUrge(visit: Visit): Promise<PageAnswer> {
  const view = await getCase(visit);
  return view.mayUrge ? urgePage(visit, view, []) : leadTo(visit, `/cases/${view.case}`);
}

export async function takeUrge(visit: Visit): Promise<PageAnswer> {
  const { written: say, once } = messageFrom(visit, field);
  try {
    const asked = { params: { case: visit.params.case ?? '' }, body: say === '' ? {} : { say } };
    const view = await visit.call(casesRoutes.urge, asked, once);
    return leadTo(visit, `/cases/${view.case}`);
  } catch (error) {
    return urgePage(visit, await getCase(visit), faultsFrom(error, field.id));
  }
}

function urgePage(visit: Visit, view: CaseView, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  return messagePage(visit, view, {
    title: say('催一催', 'Ask us to hurry'),
    lead: say(
      '催办会直接送到经办人，也会留在办件记录里。一天可以催一次。',
      'Your message goes straight to whoever handles the case and stays on its record. You can do this once a day.',
    ),
    field: { ...field, label: say('有什么急事（可以不填）', 'What is urgent (optional)') },
    send: say('催办', 'Send'),
    leave: say('不催了', 'Not now'),
    back: say('办理进度', 'Case'),
    faults,
  });
}

/** What was urged so far, and the way to do it (again). */
export function Urges({ visit, view }: { readonly visit: Visit; readonly view: CaseView }) {
  const { say } = visit;
  const last = view.urges.at(-1);
  if (!view.mayUrge && last === undefined) return null;
  return (
    <section class="stack stack--tight">
      {last !== undefined && (
        <p class="small soft">
          {say(
            `您在 ${momentText(visit, last.at)} 催过，经办人已经看得到。`,
            `You asked us to hurry on ${momentText(visit, last.at)}; whoever handles the case sees it.`,
          )}
          {!view.mayUrge && say('明天可以再催。', ' You can ask again tomorrow.')}
        </p>
      )}
      {view.mayUrge && (
        <div class="actions">
          <LinkButton look="quiet" href={`/cases/${view.case}/urge`}>
            {say('催一催', 'Ask us to hurry')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
