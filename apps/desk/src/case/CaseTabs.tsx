import type { ItemEdition } from '@tongban/catalogue';
import type { DeskCase } from '@tongban/contract';
import { Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { ChecksTab } from './checks/ChecksTab.tsx';
import type { CheckPlace } from './checks/place.ts';
import { AnswersTab } from './facts/AnswersTab.tsx';
import { ClocksTab } from './facts/ClocksTab.tsx';
import { HistoryTab } from './facts/HistoryTab.tsx';
import { PapersTab } from './facts/PapersTab.tsx';
import { SummaryTab } from './facts/SummaryTab.tsx';
import { ProofsTab } from './proofs/ProofsTab.tsx';
import type { Chosen } from './viewer/subject.ts';
import { caseWords } from './words.ts';

const order = ['checks', 'proofs', 'summary', 'answers', 'clocks', 'history', 'papers'] as const;
type Tab = (typeof order)[number];

type Props = {
  deskCase: DeskCase;
  edition: ItemEdition;
  place: CheckPlace;
  choose: (chosen: Chosen) => void;
};

/** The right half of the case page: seven views of the same case. */
export function CaseTabs({ deskCase, edition, place, choose }: Props) {
  const [tab, setTab] = useState<Tab>('checks');
  useKeys(Object.fromEntries(order.map((each, at) => [String(at + 1), () => setTab(each)])));
  const bodies: Readonly<Record<Tab, () => ReactNode>> = {
    checks: () => <ChecksTab place={place} />,
    proofs: () => <ProofsTab deskCase={deskCase} cards={place.cards} />,
    summary: () => <SummaryTab rows={deskCase.summary} />,
    answers: () => <AnswersTab edition={edition} answers={deskCase.answers} />,
    clocks: () => <ClocksTab deskCase={deskCase} />,
    history: () => <HistoryTab deskCase={deskCase} />,
    papers: () => <PapersTab deskCase={deskCase} choose={choose} />,
  };
  return (
    <section className="case-panel" aria-label={caseWords.split.panel}>
      <Tabs
        activeKey={tab}
        size="small"
        tabBarGutter={14}
        destroyOnHidden
        onChange={(key) => setTab(order.find((each) => each === key) ?? 'checks')}
        items={order.map((each, at) => ({
          key: each,
          label: (
            <>
              {caseWords.tabs[each]}
              <KeyCap of={String(at + 1)} />
            </>
          ),
          children: bodies[each](),
        }))}
      />
    </section>
  );
}
