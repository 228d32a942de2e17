import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';

/** One entry of a list to pick from. */
type Entry = { readonly value: string; readonly label: ReactNode };

type Props = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  readonly entries: readonly Entry[];
  readonly type: (text: string) => void;
  readonly pick: (value: string) => void;
  /** Keys the list does not use. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onLeave?: () => void;
  readonly input?: Ref<InputRef>;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  /** The list stays open below the field, as the only thing on the page. */
  readonly always?: boolean;
};

/** 输入即找: a field with a list below; arrows move, Enter picks, and the field keeps the focus. */
export function Combobox(props: Props) {
  const { id, label, text, placeholder, always = false } = props;
  const list = useList(props);
  const { shown, here, listId } = list;
  return (
    <div className={always ? 'combobox always' : 'combobox'}>
      <Input
        id={id}
        ref={props.input ?? null}
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${listId}-${here}` : undefined}
        aria-describedby={props.describedBy}
        status={props.invalid === true ? 'error' : ''}
        autoComplete="off"
        maxLength={60}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => list.type(target.value)}
        onKeyDown={list.onKeyDown}
        onBlur={list.leave}
      />
      <Options entries={props.entries} list={list} label={label} />
    </div>
  );
}

type List = ReturnType<typeof useList>;

/** Which entry is at hand, and whether the list is open. */
function useList({ entries, always = false, type, pick, onKey, onLeave }: Props) {
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const listId = useId();
  const shown = (open || always) && entries.length > 0;
  const here = Math.min(at, Math.max(0, entries.length - 1));
  const choose = (value: string) => {
    setOpen(false);
    setAt(0);
    pick(value);
  };
  return {
    listId,
    shown,
    here,
    choose,
    type: (text: string) => {
      setOpen(true);
      setAt(0);
      type(text);
    },
    leave: () => {
      setOpen(false);
      onLeave?.();
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      const pickHere = () => choose(entries[here]?.value ?? '');
      const moving = { here, count: entries.length, setAt, pick: pickHere };
      if (!shown || !moves(event, moving)) onKey?.(event);
    },
  };
}

function Options({ entries, list, label }: { entries: readonly Entry[]; list: List; label: string }) {
  const { listId, shown, here, choose } = list;
  return (
    <div id={listId} className="combobox-list" role="listbox" aria-label={label} hidden={!shown}>
      {entries.map(({ value, label: words }, place) => (
        <div
          key={value}
          id={`${listId}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === here}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(value);
          }}
        >
          {words}
        </div>
      ))}
    </div>
  );
}

type Moving = { here: number; count: number; setAt: (at: number) => void; pick: () => void };

/** Whether a key moved in the list or picked from it. */
function moves(event: KeyboardEvent, { here, count, setAt, pick }: Moving): boolean {
  if (event.nativeEvent.isComposing) return false;
  if (event.key === 'ArrowDown') setAt((here + 1) % count);
  else if (event.key === 'ArrowUp') setAt((here + count - 1) % count);
  else if (event.key === 'Enter') pick();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
