/** @jsxImportSource preact */
import type { CaseView } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton, TextArea } from '@tongban/ui';
import { first } from '../address.ts';
import { faultsTitle, messageFor } from '../faults.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';

/** What a page asks before something is done with a case: its words, and the one thing that may be written. */
export type Message = {
  readonly title: string;
  readonly lead: string;
  readonly field: { readonly id: string; readonly label: string; readonly longest: number };
  readonly send: string;
  readonly danger?: true;
  /** The way back without doing it: beside the button, and at the top of the page. */
  readonly leave: string;
  readonly back: string;
};

/** 留一句话: what it means, room for one message that may be left empty, and a way back. */
export function messagePage(
  visit: Visit,
  view: CaseView,
  { faults, ...message }: Message & { faults: readonly FieldFault[] },
): PageAnswer {
  const { title, lead, field, send, leave, back } = message;
  const here = `/cases/${view.case}`;
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: here, words: back },
    children: (
      <form class="stack" method="post" novalidate data-does="once">
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <p>
          <Told visit={visit} words={view.name} /> <span class="numbers soft">{view.case}</span>
        </p>
        <p>{lead}</p>
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <TextArea
          id={field.id}
          name={field.id}
          label={field.label}
          value={first(visit.request.form, field.id) ?? ''}
          maxlength={field.longest}
          error={messageFor(faults, field.id)}
        />
        <div class="actions">
          <Button {...(message.danger === true ? { look: 'danger' } : {})}>{send}</Button>
          <LinkButton look="quiet" href={here}>
            {leave}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

/** What somebody wrote, tidied, and the key under which the form is sent once. */
export function messageFrom({ request: { form } }: Visit, { id, longest }: { id: string; longest: number }) {
  const key = first(form, 'key');
  return {
    written: (first(form, id) ?? '').trim().slice(0, longest),
    once: key === undefined ? {} : { key },
  };
}
