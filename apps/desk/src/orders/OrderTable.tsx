import type { OrderRow } from '@tongban/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { Due, Marks } from './Due.tsx';
import { orderWords as said } from './words.ts';

type Props<Row extends OrderRow> = {
  rows: readonly Row[];
  open: string | undefined;
  pick: (order: string) => void;
  /** What stands below the title instead of unit and handler. */
  below?: (row: Row) => ReactNode;
};

/** 工单清单: one row an order, two lines each: what it is, and where it stands. */
export function OrderTable<Row extends OrderRow>({ rows, open, pick, below }: Props<Row>) {
  const here = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one that is open is another place to look at
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <ul className="order-list">
      {rows.map((row) => {
        const isOpen = row.order === open;
        return (
          <li key={row.order}>
            <button
              type="button"
              ref={isOpen ? here : null}
              className={isOpen ? 'order-row here' : 'order-row'}
              aria-current={isOpen}
              onClick={() => pick(row.order)}
            >
              <span className="order-kind">{row.kindName.zh}</span>
              <span className="order-title">
                <Marks row={row} />
                {row.title}
              </span>
              <Due row={row} />
              <span className="order-number number">{row.order}</span>
              <span className="order-place">{below?.(row) ?? placeOf(row)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function placeOf({ unit, handler, stage, channel, handDueOn }: OrderRow): string {
  const held = stage === 'handling' || stage === 'coordinating' ? (handler ?? said.nobody) : '';
  const hand = handDueOn === undefined ? '' : said.handed(handDueOn.slice(5).replace('-', '/'));
  return [said.stages[stage], hand, unit, held, said.channels[channel]]
    .filter((one) => one !== '')
    .join('　');
}
