import { Button, Input, type InputRef, Select, Spin } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { EntryList } from './EntryList.tsx';
import { EntryPane } from './EntryPane.tsx';
import { type About, type Narrow, useGapTold, useReplies } from './queries.ts';
import { WriteDialog } from './WriteDialog.tsx';
import { knowledgeWords as said } from './words.ts';

type Shown = 'library' | 'review' | 'expiring';

/** 口径库: what fits on the left while one types, the one that is open beside it. */
export function LibraryPane({ shown, about }: { shown: Shown; about: About }) {
  const library = useLibrary(shown);
  const [writing, write] = useState(false);
  const { rows, picked, setOpen, step, field } = library;
  const mayWrite = (about?.writes.length ?? 0) > 0;
  useKeys({
    '/': () => field.current?.focus({ cursor: 'all' }),
    j: () => step(1),
    k: () => step(-1),
    ...(mayWrite ? { n: () => write(true) } : {}),
  });
  return (
    <div className="library">
      <section className="library-list" aria-label={said.tabs[shown]}>
        <Tools library={library} about={about} isAll={shown === 'library'} />
        <Found library={library} shown={shown} />
        <EntryList rows={rows} open={picked} pick={setOpen} />
        <More library={library} />
        {mayWrite ? (
          <Button className="library-new" onClick={() => write(true)} aria-keyshortcuts="n">
            {said.new}
            <KeyCap of="n" />
          </Button>
        ) : null}
      </section>
      {picked === undefined ? (
        <section className="library-entry library-blank">{said.pick}</section>
      ) : (
        <EntryPane key={picked} entry={picked} />
      )}
      {writing ? <WriteDialog about={about} close={() => write(false)} done={setOpen} /> : null}
    </div>
  );
}

type Library = ReturnType<typeof useLibrary>;

/** What is looked for, what was found, and which one is open. */
function useLibrary(shown: Shown) {
  const [narrow, setNarrow] = useState<Narrow>({});
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string>();
  const field = useRef<InputRef>(null);
  const q = useDeferredValue(typed.trim().slice(0, 200));
  const list = useReplies({ ...narrow, ...baseOf(shown), ...(q === '' ? {} : { q }) });
  const rows = (list.data?.pages ?? []).flatMap((page) => page.rows);
  useGapTold(q, shown === 'library' && list.isSuccess && !list.isPlaceholderData && rows.length === 0);
  const picked = rows.some(({ entry }) => entry === open) ? open : rows[0]?.entry;
  const step = (by: number) => {
    const at = rows.findIndex(({ entry }) => entry === picked);
    setOpen(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.entry);
  };
  return { narrow, setNarrow, typed, setTyped, setOpen, field, q, list, rows, picked, step };
}

function Tools({ library, about, isAll }: { library: Library; about: About; isAll: boolean }) {
  const { field, typed, setTyped, narrow, setNarrow } = library;
  return (
    <div className="library-tools">
      <Input
        ref={field}
        allowClear
        value={typed}
        maxLength={200}
        placeholder={said.search}
        aria-label={said.searchLabel}
        aria-keyshortcuts="/"
        onChange={({ target }) => setTyped(target.value)}
      />
      <Filters about={about} narrow={narrow} change={setNarrow} isAll={isAll} />
    </div>
  );
}

function More({ library: { list } }: { library: Library }) {
  if (!list.hasNextPage) return null;
  return (
    <Button type="text" block onClick={() => void list.fetchNextPage()}>
      {said.more}
    </Button>
  );
}

/** What is said of the list itself. */
function Found({ library: { list, rows, q }, shown }: { library: Library; shown: Shown }) {
  const isNear = list.data?.pages[0]?.near === true;
  return (
    <>
      <ProblemNote error={list.error} />
      {list.isPending ? <Spin description={said.loading} /> : null}
      {isNear ? <p className="library-near">{said.near}</p> : null}
      {list.isSuccess && rows.length === 0 ? <Nothing shown={shown} searched={q !== ''} /> : null}
    </>
  );
}

function baseOf(shown: Shown): Narrow {
  if (shown === 'review') return { state: 'review' };
  return shown === 'expiring' ? { expiring: true } : {};
}

type FiltersProps = {
  about: About;
  narrow: Narrow;
  change: (narrow: Narrow) => void;
  /** Whether the state can be chosen, too. */
  isAll: boolean;
};

function Filters({ about, narrow, change, isAll }: FiltersProps) {
  const scopes = (about?.scopes ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const items = (about?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const states = (['in-force', 'draft', 'review', 'expired', 'withdrawn'] as const).map((value) => ({
    value,
    label: said.states[value],
  }));
  const pick = (key: keyof Narrow) => (value: string | undefined) => {
    const { [key]: _, ...others } = narrow;
    change(value === undefined ? others : { ...others, [key]: value });
  };
  return (
    <div className="library-filters">
      <Select
        allowClear
        aria-label={said.filters.scope}
        placeholder={said.allScopes}
        options={scopes}
        value={narrow.scope ?? null}
        onChange={pick('scope')}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={280}
        aria-label={said.filters.item}
        placeholder={said.allItems}
        options={items}
        value={narrow.item ?? null}
        onChange={pick('item')}
      />
      {isAll ? (
        <Select
          allowClear
          aria-label={said.filters.state}
          placeholder={said.allStates}
          options={states}
          value={narrow.state ?? null}
          onChange={pick('state')}
        />
      ) : null}
    </div>
  );
}

function Nothing({ shown, searched }: { shown: Shown; searched: boolean }) {
  const empty = { library: said.empty, review: said.noReview, expiring: said.noExpiring }[shown];
  return (
    <div className="empty">
      <p className="empty-title">{searched ? said.none : empty}</p>
      {searched && shown === 'library' ? <p>{said.noneHelp}</p> : null}
    </div>
  );
}
