/** @jsxImportSource preact */
import { type CaseView, casesRoutes } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton, TextArea } from '@tongban/ui';
import { first } from '../address.ts';
import { momentText } from '../days.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { getCase } from './find-case.ts';

const longest = 300;

/** 催办: asks whoever handles the case to go on; at most once a day. */
export async function showUrge(visit: Visit): Promise<PageAnswer> {
  const view = await getCase(visit);
  return view.mayUrge ? urgePage(visit, view, []) : leadTo(visit, `/cases/${view.case}`);
}

export async function takeUrge(visit: Visit): Promise<PageAnswer> {
  const { form } = visit.request;
  const say = (first(form, 'say') ?? '').trim().slice(0, longest);
  const key = first(form, 'key');
  try {
    const asked = { params: { case: visit.params.case ?? '' }, body: say === '' ? {} : { say } };
    const view = await visit.call(casesRoutes.urge, asked, key === undefined ? {} : { key });
    return leadTo(visit, `/cases/${view.case}`);
  } catch (error) {
    return urgePage(visit, await getCase(visit), faultsFrom(error, 'say'));
  }
}

function urgePage(visit: Visit, view: CaseView, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = say('催一催', 'Ask us to hurry');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: `/cases/${view.case}`, words: say('办理进度', 'Case') },
    children: (
      <form class="stack" method="post" novalidate data-does="once">
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <p>
          <Told visit={visit} words={view.name} /> <span class="numbers soft">{view.case}</span>
        </p>
        <p>
          {say(
            '催办会直接送到经办人，也会留在办件记录里。一天可以催一次。',
            'Your message goes straight to whoever handles the case and stays on its record. You can do this once a day.',
          )}
        </p>
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <TextArea
          id="say"
          name="say"
          label={say('有什么急事（可以不填）', 'What is urgent (optional)')}
          value={first(visit.request.form, 'say') ?? ''}
          maxlength={longest}
          error={messageFor(faults, 'say')}
        />
        <div class="actions">
          <Button>{say('催办', 'Send')}</Button>
          <LinkButton look="quiet" href={`/cases/${view.case}`}>
            {say('不催了', 'Not now')}
          </LinkButton>
        </div>
      </form>
    ),
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
