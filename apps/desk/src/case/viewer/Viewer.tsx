import { caseWords } from '../words.ts';
import { LicenceShown } from './LicenceShown.tsx';
import { MaterialPages } from './MaterialPages.tsx';
import { PaperShown } from './PaperShown.tsx';
import type { Subject } from './subject.ts';

const said = caseWords.viewer;

/** 看材料: the left half of the case page. */
export function Viewer({ number, subject }: { number: string; subject: Subject | undefined }) {
  return (
    <section className="viewer" aria-label={caseWords.split.viewer}>
      <Shown number={number} subject={subject} />
    </section>
  );
}

function Shown({ number, subject }: { number: string; subject: Subject | undefined }) {
  if (subject === undefined) return <p className="viewer-note">{said.choose}</p>;
  if (subject.kind === 'paper') {
    const { paper, print } = subject;
    return <PaperShown key={paper.document} number={number} paper={paper} print={print} />;
  }
  const { card } = subject;
  const { met, files, licence } = card.slot;
  if (files.length > 0) return <MaterialPages key={card.key} card={card} />;
  if (met === 'licence' && licence !== undefined) return <LicenceShown licence={licence} title={card.name} />;
  return (
    <div className="viewer-note">
      <strong>{card.name}</strong>
      <p>{met === 'window' || met === 'promise' || met === 'open' ? said.noneFor[met] : said.none}</p>
    </div>
  );
}
