import { caseWords } from '../words.ts';
import { MaterialPanel } from './MaterialPanel.tsx';
import { progressOf } from './marks.ts';
import type { CheckPlace } from './place.ts';

const said = caseWords.checks;

/** 材料与要点: every material of the case with the checkpoints of its own edition. */
export function ChecksTab({ place }: { place: CheckPlace }) {
  const { cards, checks, permit } = place;
  const { done, total, defects } = progressOf(cards, checks.marks);
  if (cards.length === 0) return <p className="faint">{said.none}</p>;
  return (
    <div className="checks">
      <p className="checks-total">
        <strong>{said.total(done, total, defects)}</strong>
        {permit.why === undefined ? null : <span className="faint">{permit.why}</span>}
      </p>
      {cards.map((card) => (
        <MaterialPanel key={card.key} card={card} place={place} />
      ))}
    </div>
  );
}
