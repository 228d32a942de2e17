import type { ReactNode } from 'react';

type Props = {
  id: string;
  label: string;
  /** The label is a number. */
  number?: boolean;
  picked: boolean;
  pick: () => void;
  children: ReactNode;
};

/** 可选的行: a row that the keys and the pointer pick alike; its first cell names it. */
export function PickedRow({ id, label, number = false, picked, pick, children }: Props) {
  return (
    <tr className={picked ? 'picked' : ''} onClick={pick}>
      <th scope="row">
        <button
          type="button"
          id={id}
          className={number ? 'row-pick number' : 'row-pick'}
          aria-pressed={picked}
          onClick={pick}
          onFocus={pick}
        >
          {label}
        </button>
      </th>
      {children}
    </tr>
  );
}
