import { Button, Select } from 'antd';
import { useState } from 'react';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import type { MaterialCard } from '../checks/cards.ts';
import { caseWords } from '../words.ts';
import type { Framing } from './framing.ts';
import { LicenceShown } from './LicenceShown.tsx';
import { MaterialPages } from './MaterialPages.tsx';
import { PaperShown } from './PaperShown.tsx';
import { type Chosen, findSubject, type Paper, type Subject } from './subject.ts';

const said = caseWords.viewer;

/** 看材料: the left half of the case page. */
export function Viewer({ number, subject, cards, papers, framing, mayLook }: Props) {
  const at = { number, mayLook };
  const [beside, setBeside] = useState<Chosen>();
  const other = beside === undefined ? undefined : findSubject(beside, cards, papers);
  const toggle = () => setBeside(beside === undefined ? firstOther(subject, cards) : undefined);
  useKeys({ v: toggle });
  return (
    <section className={other === undefined ? 'viewer' : 'viewer beside'} aria-label={caseWords.split.viewer}>
      <div className="viewer-half">
        <Shown at={at} subject={subject} framing={framing} />
      </div>
      {other === undefined ? null : (
        <section className="viewer-half" aria-label={said.compare}>
          <Beside cards={cards} papers={papers} other={other} choose={setBeside} />
          <Shown at={at} subject={other} quiet />
        </section>
      )}
      {cards.length < 2 ? null : (
        <Button className="compare" size="small" aria-keyshortcuts="v" onClick={toggle}>
          {other === undefined ? said.compare : said.compareEnd}
          <KeyCap of="v" />
        </Button>
      )}
    </section>
  );
}

type Props = {
  number: string;
  subject: Subject | undefined;
  cards: readonly MaterialCard[];
  papers: readonly Paper[];
  framing: Framing;
  /** Whether I may look at portraits on licences: while I may check the points of the case. */
  mayLook: boolean;
};

/** What may lie beside: every material that shows something, and every paper. */
function Beside({
  cards,
  papers,
  other,
  choose,
}: Pick<Props, 'cards' | 'papers'> & { other: Subject; choose: (chosen: Chosen) => void }) {
  return (
    <Select
      className="beside-choice"
      size="small"
      aria-label={said.compareWith}
      value={other.kind === 'paper' ? `paper ${other.paper.document}` : `material ${other.card.key}`}
      onChange={(value) => {
        const [kind = '', id = ''] = value.split(' ', 2);
        choose(
          kind === 'paper' ? { kind: 'paper', document: id, print: false } : { kind: 'material', key: id },
        );
      }}
      options={[
        ...cards.filter(showsSomething).map(({ key, name }) => ({ value: `material ${key}`, label: name })),
        ...papers.map(({ document, title }) => ({ value: `paper ${document}`, label: title.zh })),
      ]}
    />
  );
}

/** Beside a material lies first a licence with a portrait to hold against it, else any licence, else the next material. */
function firstOther(subject: Subject | undefined, cards: readonly MaterialCard[]): Chosen | undefined {
  const others = cards
    .filter(showsSomething)
    .filter(({ key }) => !(subject?.kind === 'material' && subject.card.key === key));
  const licences = others.filter(({ slot }) => slot.met === 'licence');
  const first = licences.find(({ slot }) => slot.licence?.photo === true) ?? licences[0] ?? others[0];
  return first === undefined ? undefined : { kind: 'material', key: first.key };
}

function showsSomething({ slot }: MaterialCard): boolean {
  return slot.files.length > 0 || slot.licence !== undefined;
}

type ShownProps = {
  at: Pick<Props, 'number' | 'mayLook'>;
  subject: Subject | undefined;
  framing?: Framing;
  quiet?: true;
};

function Shown({ at, subject, framing, quiet }: ShownProps) {
  if (subject === undefined) return <p className="viewer-note">{said.choose}</p>;
  if (subject.kind === 'paper') {
    const { paper, print } = subject;
    return <PaperShown key={paper.document} number={at.number} paper={paper} print={print} />;
  }
  const { card } = subject;
  const { met, files, licence } = card.slot;
  if (files.length > 0) return <MaterialPages key={card.key} card={card} framing={framing} quiet={quiet} />;
  if (met === 'licence' && licence !== undefined)
    return <LicenceShown {...at} licence={licence} title={card.name} />;
  return (
    <div className="viewer-note">
      <strong>{card.name}</strong>
      <p>{met === 'window' || met === 'promise' || met === 'open' ? said.noneFor[met] : said.none}</p>
    </div>
  );
}
