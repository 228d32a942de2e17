import { type ForumRow, forumKinds } from '@tongban/contract';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { today } from '../plan/days.ts';
import { blankForum, type Drafted, draftOf, gapIn, ofKind, wishOf } from './drafting.ts';
import { useWriteForum } from './queries.ts';
import { forumWords as said } from './words.ts';

type Props = { row?: ForumRow; close: () => void; done: (forum: string) => void };

/** 设专场、改专场: what it is called, who hosts it, when it is, and what the public reads of it. */
export function ForumDialog({ row, close, done }: Props) {
  const [drafted, setDrafted] = useState<Drafted>(() =>
    row === undefined ? blankForum(today()) : draftOf(row),
  );
  const write = useWriteForum();
  const of = row === undefined ? {} : { forum: row.forum, version: row.version };
  return (
    <SendDialog
      title={row === undefined ? said.open : said.change}
      send={row === undefined ? said.open : said.keep}
      press={() => write.mutate({ wish: wishOf(drafted), ...of }, { onSuccess: ({ forum }) => done(forum) })}
      close={close}
      pending={write.isPending}
      error={write.error}
      gap={gapIn(drafted)}
    >
      <fieldset className="forum-kinds">
        <legend className="visually-hidden">{said.fields.kind}</legend>
        <Radio.Group
          value={drafted.kind}
          onChange={({ target }) => setDrafted(ofKind(drafted, target.value))}
          options={forumKinds.map((value) => ({ value, label: said.kinds[value] }))}
        />
      </fieldset>
      <Fields drafted={drafted} change={(part) => setDrafted({ ...drafted, ...part })} />
    </SendDialog>
  );
}

type FieldsProps = { drafted: Drafted; change: (part: Partial<Drafted>) => void };

function Fields({ drafted, change }: FieldsProps) {
  const { fields } = said;
  const isCollection = drafted.kind === 'collection';
  return (
    <>
      <Line of="title" drafted={drafted} change={change} hint={fields.titleHint} />
      <Line of="host" drafted={drafted} change={change} />
      <div className="forum-pair">
        <Clock of="from" label={fields.startsAt} drafted={drafted} change={change} />
        <Clock of="to" label={fields.endsAt} drafted={drafted} change={change} />
      </div>
      <label htmlFor="forum-words">{fields.words[drafted.kind]}</label>
      <Input.TextArea
        id="forum-words"
        rows={3}
        maxLength={1000}
        value={drafted.words}
        onChange={({ target }) => change({ words: target.value })}
      />
      {isCollection ? (
        <>
          <Line of="titleEn" drafted={drafted} change={change} />
          <Line of="wordsEn" drafted={drafted} change={change} />
        </>
      ) : (
        <Line of="line" drafted={drafted} change={change} />
      )}
    </>
  );
}

type LineProps = FieldsProps & { of: 'title' | 'host' | 'line' | 'titleEn' | 'wordsEn'; hint?: string };

function Line({ of, drafted, change, hint = '' }: LineProps) {
  return (
    <>
      <label htmlFor={`forum-${of}`}>{said.fields[of]}</label>
      <Input
        id={`forum-${of}`}
        maxLength={of === 'wordsEn' ? 1000 : 60}
        placeholder={hint}
        value={drafted[of]}
        onChange={({ target }) => change({ [of]: target.value })}
      />
    </>
  );
}

function Clock({ of, label, drafted, change }: FieldsProps & { of: 'from' | 'to'; label: string }) {
  return (
    <div className="forum-clock">
      <label htmlFor={`forum-${of}`}>{label}</label>
      <Input
        id={`forum-${of}`}
        type="datetime-local"
        value={drafted[of]}
        onChange={({ target }) => change({ [of]: target.value })}
      />
    </div>
  );
}
