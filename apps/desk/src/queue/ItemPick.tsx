import { Button, type InputRef } from 'antd';
import { type Ref, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { Combobox } from '../intake/Combobox.tsx';
import { useItemSearch } from '../intake/items/use-item-search.ts';
import { intakeWords } from '../intake/words.ts';
import { queueWords } from './words.ts';

const said = intakeWords.items;

/** An item as it was picked. */
export type PickedItem = { readonly id: string; readonly name: string };

type Props = {
  readonly id: string;
  readonly label: string;
  readonly chosen: PickedItem | undefined;
  readonly choose: (item: PickedItem | undefined) => void;
  readonly input?: Ref<InputRef>;
};

/** 选事项: by name, pinyin initials or code; what was picked stands in its place until it is changed. */
export function ItemPick({ id, label, chosen, choose, input }: Props) {
  const [text, setText] = useState('');
  const { hits, suggestions, done, error } = useItemSearch(text);
  const found = hits.length > 0 ? hits : suggestions;
  if (chosen !== undefined) {
    return (
      <p className="picked-item">
        <strong>{chosen.name}</strong>
        <Button size="small" onClick={() => choose(undefined)}>
          {queueWords.pickAnother}
        </Button>
      </p>
    );
  }
  const pick = (value: string) => {
    const hit = found.find(({ item }) => item === value);
    setText('');
    choose(hit === undefined ? undefined : { id: hit.item, name: hit.name.zh });
  };
  return (
    <div className="item-pick">
      <label htmlFor={id}>{label}</label>
      <Combobox
        id={id}
        {...(input === undefined ? {} : { input })}
        label={label}
        placeholder={said.search}
        text={text}
        type={setText}
        pick={pick}
        entries={found.map(({ item, name, who, matched }) => ({
          value: item,
          label: (
            <>
              <span className="hit-name">{name.zh}</span>
              <span className="faint">{matched ?? who}</span>
            </>
          ),
        }))}
      />
      {done && hits.length === 0 ? (
        <p className="faint" role="status">
          {said.nothing(text)}。{suggestions.length > 0 ? said.near : said.nothingTodo}
        </p>
      ) : null}
      <ProblemNote error={error} />
    </div>
  );
}
