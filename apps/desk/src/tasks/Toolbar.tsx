import { Button, Input } from 'antd';
import { useState } from 'react';
import { timeWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { words } from '../words.ts';
import type { useList } from './queries.ts';

type Props = {
  q: string;
  find: (text: string) => void;
  refresh: () => void;
  list: Pick<ReturnType<typeof useList>, 'dataUpdatedAt' | 'isFetching'>;
};

/** Search and refresh above the list. */
export function Toolbar({ q, find, refresh, list }: Props) {
  const [text, setText] = useState(q);
  return (
    <div className="toolbar">
      <h1>{words.tasks.title}</h1>
      <search>
        <Input
          id="find-case"
          value={text}
          maxLength={60}
          allowClear
          aria-label={words.tasks.searchLabel}
          aria-keyshortcuts="/"
          placeholder={words.tasks.search}
          suffix={<KeyCap of={text === '' ? '/' : 'Enter'} />}
          onChange={({ target }) => {
            setText(target.value);
            if (target.value === '') find('');
          }}
          onPressEnter={() => find(text.trim())}
          onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        />
      </search>
      <span className="toolbar-end">
        {list.dataUpdatedAt === 0 ? null : (
          <span className="faint">{words.tasks.updated(timeWords(new Date(list.dataUpdatedAt)))}</span>
        )}
        <Button onClick={refresh} loading={list.isFetching} aria-keyshortcuts="g">
          {words.tasks.refresh}
          <KeyCap of="g" />
        </Button>
      </span>
    </div>
  );
}
