import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { openBoxes } from './form/form.ts';
import { isSettled } from './materials/work.ts';
import type { Desk, OpenPart } from './use-desk.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.steps;

/** The steps of the item at hand: which is on, how far each has come, and the keys to any of them. */
export function StepStrip({ desk }: { desk: Desk }) {
  const { spot, parts, asking } = desk;
  const at = asking?.draft ?? ('draft' in spot ? spot.draft : undefined);
  const part = parts.find(({ draft }) => draft === at);
  if (part === undefined) return null;
  return <Strip desk={desk} part={part} />;
}

function Strip({ desk, part }: { desk: Desk; part: OpenPart }) {
  const acts = actsOf(desk, part);
  useKeys(acts);
  const now = desk.asking === undefined ? desk.spot.at : 'questions';
  return (
    <ol className="step-strip">
      {stepsOf(part).map(({ key, at, label, tally, good }) => (
        <li key={key}>
          <button
            type="button"
            className={now === at ? 'strip current' : 'strip'}
            aria-current={now === at ? 'step' : undefined}
            aria-keyshortcuts={key}
            onClick={acts[key]}
          >
            {label}
            <span className={good ? 'tab-tally good' : 'tab-tally'}>{tally}</span>
            <KeyCap of={key} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function actsOf(desk: Desk, { draft, works, taken, name }: OpenPart): Record<'q' | 'f' | 'm', () => void> {
  const [first] = works;
  const card = works.find((work) => !isSettled(work)) ?? first;
  const again = taken.answers[0]?.[0];
  const asking = { item: taken.item, name, edition: taken.edition, pairs: taken.answers, draft };
  return {
    // Changing answers begins at the first of them.
    q: () => desk.ask(again === undefined ? asking : { ...asking, again }),
    f: () => {
      desk.ask(undefined);
      desk.go({ at: 'form', draft });
    },
    m: () => {
      if (card === undefined) return;
      desk.ask(undefined);
      desk.go({ at: 'material', draft, card: card.card.key });
    },
  };
}

function stepsOf({ works, pages, taken }: OpenPart) {
  const asked = new Set(taken.answers.map(([key]) => key)).size;
  const open = openBoxes(pages).length;
  const settled = works.filter(isSettled).length;
  return [
    { key: 'q', at: 'questions', label: said.questions, tally: said.asked(asked), good: true },
    {
      key: 'f',
      at: 'form',
      label: said.form,
      tally: open === 0 ? said.filled : said.open(open),
      good: open === 0,
    },
    {
      key: 'm',
      at: 'material',
      label: said.materials,
      tally: `${settled}/${works.length}`,
      good: settled === works.length,
    },
  ] as const;
}
