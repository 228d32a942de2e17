import type { ReplyRow } from '@tongban/contract';
import { useEffect, useRef } from 'react';
import { knowledgeWords as said } from './words.ts';

type Props = { rows: readonly ReplyRow[]; open: string | undefined; pick: (entry: string) => void };

/** The entries that fit, each with what was found in it. */
export function EntryList({ rows, open, pick }: Props) {
  const here = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one that is open is another place to look at
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <ul className="entry-list">
      {rows.map((row) => {
        const isOpen = row.entry === open;
        return (
          <li key={`${row.entry} ${row.version}`}>
            <button
              type="button"
              ref={isOpen ? here : null}
              className={isOpen ? 'entry-row here' : 'entry-row'}
              aria-current={isOpen}
              onClick={() => pick(row.entry)}
            >
              <span className="entry-title">
                <Pieces pieces={row.title} />
              </span>
              <span className="entry-excerpt">
                <Pieces pieces={row.excerpt} />
              </span>
              <Facts row={row} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Facts({ row }: { row: ReplyRow }) {
  const { state, scopeName, itemName, light, validUntil, cites, origin } = row;
  return (
    <span className="entry-facts">
      {state === 'in-force' ? null : <span className={`state-tag state-${state}`}>{said.states[state]}</span>}
      <span>{scopeName}</span>
      {itemName === undefined ? null : <span className="entry-item">{itemName}</span>}
      {origin === 'edition' ? <span>{said.origins.edition}</span> : null}
      {cites === 0 ? null : <span>{said.cites(cites)}</span>}
      {light === 'green' || validUntil === undefined ? null : (
        <span className={`light light-${light}`}>
          <span className="light-dot" aria-hidden="true" />
          <span className="visually-hidden">{said.lights[light]}</span>
          <span>{said.until(validUntil)}</span>
        </span>
      )}
    </span>
  );
}

function Pieces({ pieces }: { pieces: ReplyRow['title'] }) {
  return pieces.map(({ text, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name than their place
    hit === true ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
}
