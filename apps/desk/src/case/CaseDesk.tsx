import type { ItemEdition } from '@tongban/catalogue';
import type { DeskCase } from '@tongban/contract';
import { useMemo, useState } from 'react';
import { ActionBar } from './acts/ActionBar.tsx';
import { markPermit } from './acts/acts.ts';
import { ActsDialogs } from './acts/Dialogs.tsx';
import { useActs } from './acts/use-acts.ts';
import { CaseHead } from './CaseHead.tsx';
import { CaseTabs } from './CaseTabs.tsx';
import { cardsOf } from './checks/cards.ts';
import { framingOf } from './checks/framing-of.ts';
import type { CheckPlace } from './checks/place.ts';
import { useCheckKeys } from './checks/use-check-keys.ts';
import { useChecks } from './checks/use-checks.ts';
import { type Chosen, findSubject } from './viewer/subject.ts';
import { Viewer } from './viewer/Viewer.tsx';

/** The working surface of one case. */
export function CaseDesk({ deskCase, edition }: { deskCase: DeskCase; edition: ItemEdition }) {
  const { slots, state, documents } = deskCase;
  const cards = useMemo(() => cardsOf(edition, { slots, state }), [edition, slots, state]);
  const checks = useChecks(deskCase, cards);
  const [chosen, choose] = useState<Chosen>();
  const [framed, frame] = useState<string>();
  const subject = findSubject(chosen, cards, documents);
  const place: CheckPlace = {
    cards,
    checks,
    permit: markPermit(deskCase),
    shown: subject?.kind === 'material' ? subject.card.key : undefined,
    show: (key) => choose({ kind: 'material', key }),
    framed,
    frame,
  };
  const acts = useActs({ deskCase, choose });
  useCheckKeys(place);
  return (
    <main id="main" className="case">
      <CaseHead deskCase={deskCase} />
      <div className="case-split">
        <Viewer
          number={deskCase.case}
          subject={subject}
          cards={cards}
          papers={documents}
          framing={framingOf(place, subject)}
          mayLook={place.permit.may}
        />
        <CaseTabs deskCase={deskCase} edition={edition} place={place} choose={choose} />
      </div>
      <ActionBar deskCase={deskCase} acts={acts} checks={checks} marking={place.permit.may} />
      <ActsDialogs open={acts.open} close={acts.close} desk={{ deskCase, edition, cards, checks }} />
    </main>
  );
}
