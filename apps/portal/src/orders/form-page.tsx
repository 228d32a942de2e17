/** @jsxImportSource preact */
import { fileTypes } from '@tongban/contract';
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  type FieldFault,
  Inset,
  LinkButton,
  Radios,
  TextArea,
  TextInput,
  Tick,
} from '@tongban/ui';
import { address } from '../address.ts';
import { faultsTitle, messageFor } from '../faults.ts';
import { hereOf, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, inLocale } from '../words.tsx';
import { aboutPairs, aboutWords } from './about.ts';
import { CallFirst } from './emergencies.tsx';
import { Exit, LeaveNoTrace } from './exit.tsx';
import { forumPairs, forumsHere, WithinForum } from './forum.tsx';
import type { OfferedKind } from './kinds.ts';
import { usualLimit } from './usual-limit.ts';
import type { Written } from './written.ts';

type Shown = {
  readonly kind: OfferedKind;
  readonly written: Written;
  readonly faults: readonly FieldFault[];
};
type Parts = Shown & {
  readonly visit: Visit;
  readonly about: string | undefined;
  readonly usual: string | undefined;
};

/** What somebody writes, in as few boxes as will do. Of a report nothing is named in the title bar of the browser. */
export async function writePage(visit: Visit, shown: Shown): Promise<PageAnswer> {
  const { say } = visit;
  const { kind, faults, written } = shown;
  const about = written.about === undefined ? undefined : await aboutWords(visit, written.about);
  const usual = await usualLimit(visit, kind.id);
  const here = written.forum === undefined ? undefined : await forumsHere(visit);
  const name = inLocale(visit, kind.name).text;
  const isReport = kind.id === 'report';
  const parts = { ...shown, visit, about, usual };
  return page(visit, {
    title: isReport ? say('填写', 'Write') : name,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: {
      href: address('/orders/new', [...aboutPairs(written.about), ...forumPairs(written.forum)]),
      words: say('换一种', 'Something else'),
    },
    children: (
      <>
        {isReport && <Exit visit={visit} />}
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <div class="stack stack--tight">
          <h1>{name}</h1>
          <p class="soft">{inLocale(visit, kind.line).text}</p>
        </div>
        <CallFirst visit={visit} />
        {here !== undefined && <WithinForum visit={visit} here={here} />}
        {isReport && <LeaveNoTrace visit={visit} />}
        {maySend(parts) ? <Form {...parts} /> : <SignInFirst visit={visit} />}
      </>
    ),
  });
}

function maySend({ visit, kind }: Parts): boolean {
  return visit.session.kind === 'citizen' || kind.identities.includes('anonymous');
}

export function SignInFirst({ visit }: { readonly visit: Visit }) {
  const { say, city } = visit;
  return (
    <section class="stack stack--tight">
      <p>
        {say('这件事要和您本人联系才办得了，先登录。', 'We have to reach you to do this, so sign in first.')}
        {city.phone !== undefined &&
          say(`不方便登录，打 ${city.phone} 说也一样。`, ` Or say it by phone: ${city.phone}.`)}
      </p>
      <div class="actions">
        <LinkButton href={address('/sign-in', [['next', hereOf(visit)]])}>
          {say('登录', 'Sign in')}
        </LinkButton>
      </div>
    </section>
  );
}

function Form(parts: Parts) {
  const { visit, kind, written, faults, about, usual } = parts;
  const { say } = visit;
  // What is reported is never kept in the tab.
  const keeps = kind.id === 'report' ? {} : { 'data-does': 'keep' };
  return (
    <form class="stack stack--wide" method="post" enctype="multipart/form-data" novalidate {...keeps}>
      <input type="hidden" name="key" value={written.key} />
      {[...aboutPairs(written.about), ...forumPairs(written.forum)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {about !== undefined && (
        <Inset>
          <p>
            {say('关于：', 'About: ')}
            <Chinese visit={visit}>{about}</Chinese>
          </p>
        </Inset>
      )}
      <TextInput
        id="title"
        name="title"
        label={say('什么事（一句话）', 'What is it, in one line')}
        value={written.title}
        maxlength={60}
        error={messageFor(faults, 'title')}
      />
      <TextArea
        id="text"
        name="text"
        label={say('经过', 'What happened')}
        hint={inLocale(visit, kind.hint).text}
        value={written.text}
        maxlength={10_000}
        error={messageFor(faults, 'text')}
      />
      <NotNow {...parts} />
      <Identity {...parts} />
      {visit.session.kind === 'citizen' && <Files {...parts} />}
      <Further {...parts} />
      <SentTo visit={visit} usual={usual} />
      <div class="actions">
        <Button>{say('提交', 'Send')}</Button>
      </div>
      <p class="toast" role="status" data-told="kept" />
    </form>
  );
}

/** Asked only where the words sound as if something were happening now. */
function NotNow({ visit, written, faults }: Parts) {
  const error = messageFor(faults, 'notNow');
  if (error === undefined && !written.notNow) return null;
  return (
    <Tick id="notNow" name="notNow" chosen={written.notNow} error={error}>
      {visit.say('说的不是正在发生的事', 'This is not happening now')}
    </Tick>
  );
}

/** 实名、保密、匿名. */
function Identity({ visit, kind, written, faults }: Parts) {
  const { say } = visit;
  if (visit.session.kind !== 'citizen')
    return (
      <Inset>
        <p>
          {say('您没有登录，这一件不留名：', 'You are not signed in, so this is sent without a name: ')}
          {say('不能带附件，答复用查询码看。', 'no files, and the answer is read by a code. ')}
          <a href={address('/sign-in', [['next', hereOf(visit)]])}>{say('登录再提', 'Sign in instead')}</a>
        </p>
      </Inset>
    );
  if (kind.identities.length === 1) return null;
  const words = {
    named: {
      label: say('实名', 'With my name'),
      hint: say('办理的单位知道是您，好联系', 'Whoever handles it knows you and can reach you'),
    },
    secret: {
      label: say('保密', 'In confidence'),
      hint: say(
        '只有办理的单位知道是您，答复不公开',
        'Only whoever handles it knows you; nothing is made public',
      ),
    },
    anonymous: {
      label: say('匿名', 'Without my name'),
      hint: say(
        '什么都不留，用查询码看答复，不能带附件',
        'Nothing is kept of you; a code shows the answer; no files',
      ),
    },
  };
  return (
    <Radios
      id="identity"
      name="identity"
      label={say('留不留名', 'Your name')}
      error={messageFor(faults, 'identity')}
      options={kind.identities.map((id) => ({ value: id, ...words[id], chosen: id === written.identity }))}
    />
  );
}

function Files({ visit, written, faults }: Parts) {
  const { say } = visit;
  const error = messageFor(faults, 'file') ?? messageFor(faults, 'files');
  return (
    <>
      {written.laid.length > 0 && (
        <Checkboxes
          id="laid"
          name="laid"
          label={say('已传的附件', 'Files that have arrived')}
          options={written.laid.map((file, at) => ({
            ...{ value: file, chosen: true, label: say(`附件 ${at + 1}`, `File ${at + 1}`) },
          }))}
        />
      )}
      <div class={error === undefined ? 'field' : 'field field--wrong'}>
        <label class="field__label" for="file">
          {say('附件（可以不传）', 'Files (optional)')}
        </label>
        <span class="field__hint" id="file-hint">
          {say(
            '照片或 PDF，一次最多 9 个，合起来不超过 20 MB。',
            'Photos or PDF, at most 9, together up to 20 MB.',
          )}
        </span>
        {error !== undefined && (
          <span class="field__error" id="file-error">
            {error}
          </span>
        )}
        <input
          id="file"
          class="choose-files"
          name="file"
          type="file"
          multiple
          accept={fileTypes.join(',')}
          aria-describedby={error === undefined ? 'file-hint' : 'file-error'}
          {...(error === undefined ? {} : { 'aria-invalid': 'true' as const })}
        />
      </div>
    </>
  );
}

function Further({ visit, kind, written, faults }: Parts) {
  const { say } = visit;
  if (visit.session.kind !== 'citizen') return null;
  return (
    <>
      {kind.open && (
        <Tick id="open" name="open" chosen={written.wantsOpen}>
          {say(
            '答复可以公开给大家看，我的信息会隐去',
            'The answer may be shown to everybody, without anything about me',
          )}
        </Tick>
      )}
      <Details
        summary={say('同一件事已经在信访、复议或打官司', 'A petition, review or lawsuit is running already')}
        open={written.procedure !== ''}
      >
        <TextInput
          id="procedure"
          name="procedure"
          label={say('那边的编号（可以不填）', 'Its number (optional)')}
          hint={say('写了，我们就不会重复办。', 'So that nothing is opened twice.')}
          value={written.procedure}
          maxlength={60}
          error={messageFor(faults, 'procedure')}
        />
      </Details>
    </>
  );
}

/** Who takes it in, how long it usually takes, and how to choose another city. */
export function SentTo({ visit, usual }: Pick<Parts, 'visit' | 'usual'>) {
  const { say, city } = visit;
  return (
    <p class="soft small">
      {usual !== undefined && <strong>{usual}</strong>}
      {say('由', 'Goes to ')}
      <Chinese visit={visit}>{city.name}</Chinese>
      {say('的公安机关受理。', ' police. ')}
      <a href={address('/city', [['next', hereOf(visit)]])}>{say('换一个城市', 'Change city')}</a>
    </p>
  );
}
