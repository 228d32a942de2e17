import type { InputRef } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { Combobox } from '../Combobox.tsx';
import { Step } from '../Step.tsx';
import type { Desk } from '../use-desk.ts';
import { intakeWords } from '../words.ts';
import { NotNeededNotes } from './NotNeededNotes.tsx';
import { useBeginItem, useOffers, useTakeOffer } from './use-begin-item.ts';
import { useItemSearch } from './use-item-search.ts';

const said = intakeWords.items;

/** 办什么事: the item by its name, its pinyin initials or its code; what is no longer asked for says what serves instead. */
export function ItemStep({ desk }: { desk: Desk }) {
  const [text, setText] = useState('');
  const search = useItemSearch(text);
  const begin = useBeginItem(desk);
  const input = useRef<InputRef>(null);
  const offers = useOffers(desk);
  const takeOffer = useTakeOffer(desk);
  useKeys({ '/': () => input.current?.focus() });
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const offer = offers[Number(event.key) - 1];
    if (text === '' && /^[1-9]$/.test(event.key) && offer !== undefined) {
      event.preventDefault();
      takeOffer(offer);
    }
    if (event.key === 'Escape' && desk.parts.length > 0) desk.goOn(undefined);
  };
  const { hits, suggestions, notNeeded, done } = search;
  // Where the words name a paper nobody needs, what serves instead is the answer, not something similar.
  const near = notNeeded.length > 0 ? [] : suggestions;
  const found = hits.length > 0 ? hits : near;
  return (
    <Step title={said.title} note={said.frequent} focusOn="item">
      <div className="item-search" data-first>
        <Combobox
          id="item-search"
          input={input}
          label={said.find}
          placeholder={said.search}
          text={text}
          type={setText}
          always
          onKey={onKey}
          pick={(item) => begin.mutate({ item, answers: [] })}
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
        {done && hits.length === 0 && notNeeded.length === 0 ? (
          <p className="faint" role="status">
            {said.nothing(text)}。{suggestions.length > 0 ? said.near : said.nothingTodo}
          </p>
        ) : null}
      </div>
      <NotNeededNotes papers={notNeeded} />
      <ProblemNote error={search.error ?? begin.error ?? desk.act.error} />
    </Step>
  );
}
