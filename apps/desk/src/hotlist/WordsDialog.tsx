import type { HotTopic, HotWords } from '@tongban/contract';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useDeed } from './queries.ts';
import { hotlistWords } from './words.ts';

const said = hotlistWords.board;
type Texts = Readonly<Record<'title' | 'doing' | 'titleEn' | 'doingEn' | 'words', string>>;
type Filled = Texts & { readonly withFigures: boolean };

/** 写公示: what anybody would read of it, once somebody else has approved it. */
export function WordsDialog({ topic, close }: { topic: HotTopic; close: () => void }) {
  const [filled, setFilled] = useState<Filled>(() => begunFrom(topic));
  const deed = useDeed(topic.topic);
  const isReady = filled.title.trim().length >= 2 && filled.doing.trim().length >= 5;
  const revision = topic.board?.revision ?? 0;
  return (
    <SendDialog
      title={topic.board === undefined ? said.write : said.change}
      send={said.keep}
      press={() => deed.mutate({ type: 'write', revision, words: wordsOf(filled) }, { onSuccess: close })}
      close={close}
      pending={deed.isPending}
      error={deed.error}
      gap={isReady ? undefined : said.need}
    >
      <p className="faint">{said.rule}</p>
      <Field of="title" filled={filled} change={setFilled} most={40} />
      <Field of="doing" filled={filled} change={setFilled} most={1000} rows={3} />
      <Field of="words" filled={filled} change={setFilled} most={90} />
      <Checkbox
        checked={filled.withFigures}
        onChange={({ target }) => setFilled({ ...filled, withFigures: target.checked })}
      >
        {said.fields.withFigures}
      </Checkbox>
      <Field of="titleEn" filled={filled} change={setFilled} most={100} />
      <Field of="doingEn" filled={filled} change={setFilled} most={2000} rows={3} />
    </SendDialog>
  );
}

type FieldProps = {
  of: keyof Texts;
  filled: Filled;
  change: (filled: Filled) => void;
  most: number;
  rows?: number;
};

function Field({ of, filled, change, most, rows }: FieldProps) {
  const id = `hot-board-${of}`;
  const put = (value: string) => change({ ...filled, [of]: value });
  return (
    <>
      <label htmlFor={id}>{said.fields[of]}</label>
      {rows === undefined ? (
        <Input id={id} maxLength={most} value={filled[of]} onChange={({ target }) => put(target.value)} />
      ) : (
        <Input.TextArea
          id={id}
          rows={rows}
          maxLength={most}
          value={filled[of]}
          onChange={({ target }) => put(target.value)}
        />
      )}
    </>
  );
}

function begunFrom({ name, words, board }: HotTopic): Filled {
  return {
    ...{ title: board?.title ?? name, doing: board?.doing ?? '' },
    ...{ titleEn: board?.titleEn ?? '', doingEn: board?.doingEn ?? '' },
    ...{ words: (board?.words ?? words).join('，'), withFigures: board?.withFigures ?? true },
  };
}

function wordsOf({ title, doing, titleEn, doingEn, words, withFigures }: Filled): HotWords {
  const told = words
    .split(/[,，、\s]+/u)
    .map((word) => word.trim().slice(0, 20))
    .filter((word) => word !== '');
  return {
    ...{ title: title.trim(), doing: doing.trim(), words: [...new Set(told)].slice(0, 4), withFigures },
    ...(titleEn.trim().length < 2 ? {} : { titleEn: titleEn.trim() }),
    ...(doingEn.trim().length < 5 ? {} : { doingEn: doingEn.trim() }),
  };
}
