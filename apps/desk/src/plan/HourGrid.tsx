import type { BlockOut, DayPlan } from '@tongban/contract';
import { type ButtonHTMLAttributes, type KeyboardEvent, useRef } from 'react';
import { KeyButton } from '../keys/KeyButton.tsx';
import { type Cell, isSelected, moved, type Selection } from './selection.ts';
import { planWords } from './words.ts';

const said = planWords.grid;

type Props = {
  readonly plan: DayPlan;
  readonly hours: readonly number[];
  readonly selection: Selection | undefined;
  readonly select: (selection: Selection) => void;
  readonly chosen: Omit<BlockOut, 'reason'> | undefined;
  readonly block: () => void;
};

/** 窗口 × 时段: dragged over or walked through with the arrows; below it, hour by hour, what is booked. */
export function HourGrid({ plan, hours, selection, select, chosen, block }: Props) {
  if (plan.rows.length === 0 || hours.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{said.closedDay}</p>
        <p>{said.closedDayHelp}</p>
      </div>
    );
  }
  return (
    <section aria-labelledby="plan-grid" className="plan-part">
      <header>
        <h3 id="plan-grid">{said.title}</h3>
        <span className="faint">{chosen === undefined ? said.help : chosenWords(chosen, plan)}</span>
        <span className="pane-acts">
          <KeyButton
            of="x"
            label={said.block}
            run={block}
            why={chosen === undefined ? said.none : undefined}
            size="small"
          />
        </span>
      </header>
      <Grid plan={plan} hours={hours} selection={selection} select={select} />
    </section>
  );
}

function chosenWords({ windows, span }: Omit<BlockOut, 'reason'>, { rows }: DayPlan): string {
  return said.chosen(windows?.length ?? rows.length, span.from, span.to);
}

type GridProps = Pick<Props, 'plan' | 'hours' | 'selection' | 'select'>;

function Grid(props: GridProps) {
  const { plan, hours } = props;
  const { table, cell } = useCells(props);
  return (
    <table ref={table} aria-labelledby="plan-grid" className="hours">
      <thead>
        <tr>
          <th scope="col">{said.window}</th>
          {hours.map((hour) => (
            <th key={hour} scope="col" className="number">
              {said.hour(hour)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.rows.map((one, row) => (
          <tr key={one.window}>
            <th scope="row">{one.name}</th>
            {hours.map((hour, column) => (
              <td key={hour}>
                <HourCell
                  of={one.hours.find((each) => each.hour === hour)}
                  named={`${one.name} ${said.hour(hour)}`}
                  cell={cell({ row, column })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <Booked plan={plan} hours={hours} />
    </table>
  );
}

type CellProps = Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'tabIndex' | 'aria-pressed' | 'onKeyDown' | 'onPointerDown' | 'onPointerEnter'
> & { readonly 'data-cell': string };

/** How the cells are walked through and dragged over. */
function useCells({ plan, hours, selection, select }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const size = { rows: plan.rows.length, columns: hours.length };
  const here = selection?.to ?? { row: 0, column: 0 };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(selection ?? { from: here, to: here }, event, size);
    if (next === undefined) return;
    event.preventDefault();
    select(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${placeOf(next.to)}"]`)?.focus();
  };
  const cell = (at: Cell): CellProps => ({
    'data-cell': placeOf(at),
    tabIndex: at.row === here.row && at.column === here.column ? 0 : -1,
    'aria-pressed': selection !== undefined && isSelected(selection, at),
    onKeyDown,
    onPointerDown: (event) => {
      // A finger or pen would hold the cell it began on; the others must hear of it too.
      event.currentTarget.releasePointerCapture(event.pointerId);
      select({ from: at, to: at });
    },
    onPointerEnter: ({ buttons }) => {
      if (buttons === 1 && selection !== undefined) select({ from: selection.from, to: at });
    },
  });
  return { table, cell };
}

function placeOf({ row, column }: Cell): string {
  return `${row}-${column}`;
}

type Hour = DayPlan['rows'][number]['hours'][number];
type HourCellProps = { of: Hour | undefined; named: string; cell: CellProps };

function HourCell({ of: hour, named, cell }: HourCellProps) {
  const { kind, words } = lookOf(hour);
  return (
    <button type="button" {...cell} className={`hour ${kind}`} title={words} aria-label={`${named} ${words}`}>
      {kind === 'part' ? hour?.minutes : ''}
    </button>
  );
}

/** How an hour of a window looks: open in full, in part, shut, or blocked out. */
function lookOf(hour: Hour | undefined): { kind: 'full' | 'part' | 'shut' | 'blocked'; words: string } {
  if (hour?.blocked !== undefined) return { kind: 'blocked', words: said.blocked(hour.blocked) };
  if (hour === undefined || hour.minutes === 0) return { kind: 'shut', words: said.shut };
  if (hour.minutes < 60) return { kind: 'part', words: said.minutes(hour.minutes) };
  return { kind: 'full', words: said.all };
}

/** What is booked of what can be, hour by hour for the whole hall. */
function Booked({ plan, hours }: Pick<Props, 'plan' | 'hours'>) {
  return (
    <tfoot>
      <tr>
        <th scope="row">{said.load}</th>
        {hours.map((hour) => {
          const { capacity, booked } = plan.hours.find((one) => one.hour === hour) ?? {
            capacity: 0,
            booked: 0,
          };
          const share = booked >= capacity ? Math.min(booked, 1) * 100 : (100 * booked) / capacity;
          if (capacity === 0 && booked === 0) return <td key={hour} />;
          return (
            <td key={hour}>
              <span className={booked > capacity ? 'plan-bar over' : 'plan-bar'} aria-hidden="true">
                <span style={{ width: `${share}%` }} />
              </span>
              <span className={booked > capacity ? 'number bad' : 'number'}>
                {booked}/{capacity}
              </span>
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
