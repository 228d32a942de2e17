import type { ReplyRow, ReplyVersion, ReplyView, WrittenReply } from '@tongban/contract';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { type About, useCreate, useDeed } from './queries.ts';
import { knowledgeWords } from './words.ts';

const said = knowledgeWords.write;
type Written = {
  readonly kind: ReplyRow['kind'];
  readonly scope: string;
  readonly item: string;
  readonly title: string;
  readonly usedWhen: string;
  readonly text: string;
  readonly titleEn: string;
  readonly textEn: string;
  readonly also: string;
  readonly basis: string;
  readonly validUntil: string;
  readonly public: boolean;
};
type Props = { close: () => void } & (
  | { view: ReplyView; base: ReplyVersion | undefined }
  | { about: About; title?: string; scope?: string; done?: (entry: string) => void }
);
type FieldsProps = { written: Written; change: (part: Partial<Written>) => void };

/** 写口径: the first draft of an entry, or the next version of one. */
export function WriteDialog(props: Props) {
  const [written, setWritten] = useState(() => begunFrom(props));
  const create = useCreate();
  const deed = useDeed('view' in props ? props.view.entry : '');
  const change = (part: Partial<Written>) => setWritten({ ...written, ...part });
  const press = () => {
    const words = wordsOf(written);
    if ('view' in props) {
      const { base } = props;
      const revision = base?.state === 'draft' ? { revision: base.revision } : {};
      deed.mutate({ act: 'save', ...revision, words }, { onSuccess: props.close });
      return;
    }
    const { kind, scope, item } = written;
    const about = item === '' ? {} : { item };
    create.mutate(
      { kind, scope, ...about, words },
      {
        onSuccess: ({ entry }) => {
          props.done?.(entry);
          props.close();
        },
      },
    );
  };
  return (
    <SendDialog
      title={'view' in props ? said.change : said.create}
      send={said.keep}
      press={press}
      close={props.close}
      pending={create.isPending || deed.isPending}
      error={create.error ?? deed.error}
      gap={gapOf(written)}
    >
      {'view' in props ? null : <PlaceFields about={props.about} written={written} change={change} />}
      <WordFields written={written} change={change} />
    </SendDialog>
  );
}

function PlaceFields({ about, written, change }: FieldsProps & { about: About }) {
  const named = (list: readonly { id: string; name: string }[] = []) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const kinds = (['reply', 'article'] as const).map((value) => ({
    value,
    label: knowledgeWords.kinds[value],
  }));
  return (
    <div className="write-place">
      <Labelled label={said.scope}>
        <Select
          aria-label={said.scope}
          value={written.scope}
          options={named(about?.writes)}
          onChange={(scope) => change({ scope })}
        />
      </Labelled>
      <Labelled label={said.kind}>
        <Select
          aria-label={said.kind}
          value={written.kind}
          options={kinds}
          onChange={(kind) => change({ kind })}
        />
      </Labelled>
      <Labelled label={said.item}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={said.item}
          value={written.item === '' ? null : written.item}
          options={named(about?.items)}
          onChange={(item: string | null | undefined) => change({ item: item ?? '' })}
        />
      </Labelled>
    </div>
  );
}

function WordFields({ written, change }: FieldsProps) {
  return (
    <>
      <Line of="title" most={80} written={written} change={change} />
      <Line of="usedWhen" most={120} written={written} change={change} />
      <Area of="text" rows={6} most={5000} written={written} change={change} />
      <Line of="also" most={400} written={written} change={change} />
      <div className="write-pair">
        <Line of="basis" most={200} written={written} change={change} />
        <Labelled label={said.validUntil}>
          <input
            type="date"
            className="ant-input write-day"
            aria-label={said.validUntil}
            value={written.validUntil}
            onChange={({ target }) => change({ validUntil: target.value })}
          />
        </Labelled>
      </div>
      <details className="write-more" open={written.textEn !== ''}>
        <summary className="folded">{said.english}</summary>
        <Line of="titleEn" most={160} written={written} change={change} />
        <Area of="textEn" rows={3} most={8000} written={written} change={change} />
      </details>
      <Checkbox checked={written.public} onChange={({ target }) => change({ public: target.checked })}>
        {said.public}
      </Checkbox>
    </>
  );
}

type Texts = 'title' | 'usedWhen' | 'also' | 'basis' | 'titleEn' | 'text' | 'textEn';
type FieldProps = FieldsProps & { of: Texts; most: number };

function Line({ of, most, written, change }: FieldProps) {
  return (
    <Labelled label={said[of]}>
      <Input
        aria-label={said[of]}
        maxLength={most}
        value={written[of]}
        onChange={({ target }) => change({ [of]: target.value })}
      />
    </Labelled>
  );
}

function Area({ of, most, rows, written, change }: FieldProps & { rows: number }) {
  return (
    <Labelled label={said[of]}>
      <Input.TextArea
        aria-label={said[of]}
        rows={rows}
        maxLength={most}
        value={written[of]}
        onChange={({ target }) => change({ [of]: target.value })}
      />
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="write-field">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

function begunFrom(props: Props): Written {
  if (!('view' in props)) {
    const scope = props.scope ?? props.about?.writes[0]?.id ?? '';
    return { ...blank, scope, title: props.title ?? '' };
  }
  const { base } = props;
  if (base === undefined) return blank;
  const { title, usedWhen, text, titleEn = '', textEn = '', basis = '', validUntil = '' } = base;
  const words = { title, usedWhen, text, titleEn, textEn, basis, validUntil, public: base.public };
  return { ...blank, ...words, also: base.also.join('，') };
}

const blank: Written = {
  ...{ kind: 'reply', scope: '', item: '', title: '', usedWhen: '', text: '', titleEn: '', textEn: '' },
  ...{ also: '', basis: '', validUntil: '', public: false },
};

function gapOf({ title, text }: Written): string | undefined {
  if (title.trim().length < 2) return said.needTitle;
  return text.trim().length < 5 ? said.needText : undefined;
}

function wordsOf(written: Written): WrittenReply {
  const { titleEn, textEn, basis, validUntil } = written;
  const optional = Object.fromEntries(
    Object.entries({ titleEn, textEn, basis, validUntil })
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
  return {
    ...{ title: written.title.trim(), usedWhen: written.usedWhen.trim(), text: written.text.trim() },
    also: written.also
      .split(/[,，、]/)
      .flatMap((one) => (one.trim() === '' ? [] : [one.trim().slice(0, 40)]))
      .slice(0, 20),
    public: written.public,
    ...optional,
  };
}
