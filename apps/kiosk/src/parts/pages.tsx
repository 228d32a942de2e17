/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import { Icon } from './icons.tsx';

type Props<T> = {
  readonly rows: readonly T[];
  /** How many fit one screen. */
  readonly size: number;
  readonly look: string;
  readonly show: (row: T) => ComponentChildren;
};

/** 翻页: a list that is turned over, not scrolled. */
export function Pages<T>({ rows, size, look, show }: Props<T>) {
  const { said } = useKiosk();
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  const here = Math.min(page, last);
  return (
    <>
      <div class={look}>{rows.slice(here * size, here * size + size).map(show)}</div>
      {last > 0 && (
        <div class="pager">
          <button type="button" class="quiet" disabled={here === 0} onClick={() => setPage(here - 1)}>
            <Icon name="back" />
            {said.items.before}
          </button>
          <span role="status">{`${here + 1} / ${last + 1}`}</span>
          <button type="button" class="quiet" disabled={here === last} onClick={() => setPage(here + 1)}>
            {said.items.after}
            <Icon name="on" />
          </button>
        </div>
      )}
    </>
  );
}
