/** @jsxImportSource preact */
import { type CaseView, casesRoutes } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton, TextArea } from '@tongban/ui';
import { first } from '../address.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { getCase } from './find-case.ts';

/** 撤回申请: asked once more, with what it means. */
export async function showWithdraw(visit: Visit): Promise<PageAnswer> {
  const view = await getCase(visit);
  return view.mayWithdraw ? withdrawPage(visit, view, []) : leadTo(visit, `/cases/${view.case}`);
}

export async function takeWithdraw(visit: Visit): Promise<PageAnswer> {
  const { form } = visit.request;
  const reason = (first(form, 'reason') ?? '').trim().slice(0, 500);
  const key = first(form, 'key');
  try {
    const asked = { params: { case: visit.params.case ?? '' }, body: { reason } };
    const view = await visit.call(casesRoutes.withdraw, asked, key === undefined ? {} : { key });
    return leadTo(visit, `/cases/${view.case}`);
  } catch (error) {
    return withdrawPage(visit, await getCase(visit), faultsFrom(error, 'reason'));
  }
}

function withdrawPage(visit: Visit, view: CaseView, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = say('确定撤回这个申请？', 'Withdraw this application?');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: `/cases/${view.case}`, words: say('不撤了，回去', 'Keep it') },
    children: (
      <form class="stack" method="post" novalidate data-does="once">
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <p>
          <Told visit={visit} words={view.name} /> <span class="numbers soft">{view.case}</span>
        </p>
        <p>
          {say(
            '撤回后不再办理。以后要办，重新申请就行。',
            'We stop working on it. You can apply again later.',
          )}
        </p>
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <TextArea
          id="reason"
          name="reason"
          label={say('为什么撤回（可以不填）', 'Why (optional)')}
          value={first(visit.request.form, 'reason') ?? ''}
          maxlength={500}
          error={messageFor(faults, 'reason')}
        />
        <div class="actions">
          <Button look="danger">{say('撤回', 'Withdraw')}</Button>
          <LinkButton look="quiet" href={`/cases/${view.case}`}>
            {say('不撤回', 'Keep it')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}
