/** @jsxImportSource preact */
import { fileTypes, type OwnOrder } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton, TextArea } from '@tongban/ui';
import { first } from '../address.ts';
import { faultsTitle, messageFor } from '../faults.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

/** What a page asks before something is done about an order. */
export type ActWords = {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly send: string;
  readonly danger?: true;
  /** Files are chosen instead of words being written. */
  readonly files?: true;
  /** Said where nothing was written or chosen; absent where that may be so. */
  readonly needed?: string;
};
type Asked = {
  readonly order: OwnOrder;
  readonly words: ActWords;
  readonly faults: readonly FieldFault[];
};

/** One thing to write or choose about an order, and a way back without doing it. */
export function actPage(visit: Visit, { order, words, faults }: Asked): PageAnswer {
  const { say } = visit;
  const here = `/orders/${order.order}`;
  return page(visit, {
    title: words.title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: here, words: say('回到这一件', 'Back to it') },
    children: (
      <form
        class="stack"
        method="post"
        novalidate
        data-does="once"
        {...(words.files === true ? { enctype: 'multipart/form-data' } : {})}
      >
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{words.title}</h1>
        <p>
          <Chinese visit={visit}>{order.title}</Chinese>
        </p>
        <p>{words.lead}</p>
        {words.files === true ? (
          <ChooseFiles words={words} error={messageFor(faults, 'say')} />
        ) : (
          <TextArea
            id="say"
            name="say"
            label={words.label}
            value={first(visit.request.form, 'say') ?? ''}
            maxlength={2000}
            error={messageFor(faults, 'say')}
          />
        )}
        <div class="actions">
          <Button {...(words.danger === true ? { look: 'danger' } : {})}>{words.send}</Button>
          <LinkButton look="quiet" href={here}>
            {say('不了，回去', 'Not now')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

function ChooseFiles({ words, error }: { readonly words: ActWords; readonly error: string | undefined }) {
  return (
    <div class={error === undefined ? 'field' : 'field field--wrong'}>
      <label class="field__label" for="say">
        {words.label}
      </label>
      {error !== undefined && (
        <span class="field__error" id="say-error">
          {error}
        </span>
      )}
      <input id="say" class="choose-files" name="file" type="file" multiple accept={fileTypes.join(',')} />
    </div>
  );
}
