import { Button } from 'antd';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { caseWords } from '../words.ts';
import { CheckLine } from './CheckLine.tsx';
import type { CheckPlace } from './ChecksTab.tsx';
import type { MaterialCard } from './cards.ts';
import { progressOf, withRestOk } from './marks.ts';

const said = caseWords.checks;

/** One material: how it was met, how far its check has come, and its checkpoints. */
export function MaterialPanel({ card, place }: { card: MaterialCard; place: CheckPlace }) {
  const { checks, may, shown, show } = place;
  const { done, total, defects } = progressOf([card], checks.marks);
  const restOk = () => checks.change(withRestOk(checks.marks, card));
  return (
    <section className={shown === card.key ? 'material shown' : 'material'} aria-label={card.name}>
      <header>
        <button
          type="button"
          className="material-name"
          aria-pressed={shown === card.key}
          onClick={() => show(card.key)}
        >
          {card.name}
        </button>
        <MetTag card={card} />
        {total === 0 ? null : (
          <span className={defects > 0 ? 'tally bad' : done === total ? 'tally good' : 'tally'}>
            {said.progress(done, total)}
          </span>
        )}
        {may && done < total && !card.rows.some(({ missing }) => missing) ? (
          <Button size="small" onClick={restOk} aria-label={said.allOkFor(card.name)}>
            {said.allOk}
            {shown === card.key ? <KeyCap of="C" /> : null}
          </Button>
        ) : null}
      </header>
      {card.settled === undefined ? null : <p className="settled">{card.settled}</p>}
      {card.rows.map((row) => (
        <CheckLine key={row.key} row={row} place={place} cardKey={card.key} />
      ))}
      {card.settled === undefined && card.rows.length === 0 ? (
        <p className="faint no-rows">{noRowsWords(card)}</p>
      ) : null}
    </section>
  );
}

function noRowsWords({ form }: MaterialCard): string {
  return form === '' ? said.unknown : said.noRows;
}

function MetTag({ card: { slot } }: { card: MaterialCard }) {
  const { met, need, files } = slot;
  return (
    <span className={`met met-${met === 'open' && need === 'possible' ? 'window' : met}`}>
      {met === 'files' ? said.pages(files.length) : said.met[met]}
      {need === 'possible' ? ` · ${said.possible}` : ''}
    </span>
  );
}
