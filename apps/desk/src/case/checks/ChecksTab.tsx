import { caseWords } from '../words.ts';
import type { MaterialCard } from './cards.ts';
import { MaterialPanel } from './MaterialPanel.tsx';
import { progressOf } from './marks.ts';
import type { Checks } from './use-checks.ts';

const said = caseWords.checks;

export type CheckPlace = {
  readonly cards: readonly MaterialCard[];
  readonly checks: Checks;
  readonly may: boolean;
  /** The material whose pages the viewer shows. */
  readonly shown: string | undefined;
  readonly show: (card: string) => void;
};

/** 材料与要点: every material of the case with the checkpoints of its own edition. */
export function ChecksTab({ place }: { place: CheckPlace }) {
  const { cards, checks, may } = place;
  const { done, total, defects } = progressOf(cards, checks.marks);
  if (cards.length === 0) return <p className="faint">{said.none}</p>;
  return (
    <div className="checks">
      <p className="checks-total">
        <strong>{said.total(done, total, defects)}</strong>
        {may ? null : <span className="faint">{said.readOnly}</span>}
      </p>
      {cards.map((card) => (
        <MaterialPanel key={card.key} card={card} place={place} />
      ))}
    </div>
  );
}
