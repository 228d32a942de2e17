import { Button } from 'antd';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { caseWords } from '../words.ts';
import { CheckLine } from './CheckLine.tsx';
import type { MaterialCard } from './cards.ts';
import { progressOf, withRestOk } from './marks.ts';
import type { CheckPlace } from './place.ts';

const said = caseWords.checks;

/** One material: how it was met, how far its check has come, and its checkpoints. */
export function MaterialPanel({ card, place }: { card: MaterialCard; place: CheckPlace }) {
  const shown = place.shown === card.key;
  const { settled, rows } = card;
  return (
    <section className={shown ? 'material shown' : 'material'} aria-label={card.name}>
      <header>
        <button
          type="button"
          className="material-name"
          aria-pressed={shown}
          onClick={() => place.show(card.key)}
        >
          {card.name}
        </button>
        <MetTag card={card} />
        <Tally card={card} place={place} />
        <RestOk card={card} place={place} />
      </header>
      {settled === undefined ? null : <p className="settled">{settled}</p>}
      {rows.map((row) => (
        <CheckLine key={row.key} row={row} place={place} cardKey={card.key} />
      ))}
      <Below card={card} />
    </section>
  );
}

function Tally({ card, place }: { card: MaterialCard; place: CheckPlace }) {
  const { done, total, defects } = progressOf([card], place.checks.marks);
  if (total === 0) return null;
  const found = done === total ? 'tally good' : 'tally';
  return <span className={defects > 0 ? 'tally bad' : found}>{said.progress(done, total)}</span>;
}

function RestOk({ card, place }: { card: MaterialCard; place: CheckPlace }) {
  const { checks, permit, shown } = place;
  const next = withRestOk(checks.marks, card);
  if (!permit.may || next.length === checks.marks.length) return null;
  return (
    <Button size="small" onClick={() => checks.change(next)}>
      {said.allOk}
      <span className="visually-hidden">{said.allOkFor(card.name)}</span>
      {shown === card.key ? <KeyCap of="C" /> : null}
    </Button>
  );
}

/** What stands below the checkpoints: what machines check, or why there is nothing to check. */
function Below({ card: { settled, rows, byData, form } }: { card: MaterialCard }) {
  if (byData.length > 0) return <p className="faint no-rows">{said.byData(byData.join('；'))}</p>;
  if (settled !== undefined || rows.length > 0) return null;
  return <p className="faint no-rows">{form === '' ? said.unknown : said.noRows}</p>;
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
