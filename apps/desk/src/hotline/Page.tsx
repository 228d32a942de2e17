import { Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useTerms } from '../orders/queries.ts';
import { RosterLine } from '../orders/Roster.tsx';
import { CallsPane } from './CallsPane.tsx';
import { useCalls } from './queries.ts';
import { Sitting } from './Sitting.tsx';
import { TalkDesk } from './TalkDesk.tsx';
import { hotlineWords as said } from './words.ts';

/** 热线坐席: who calls on the left, what they say in the middle, what helps to answer on the right. */
export function HotlinePage() {
  const calls = useCalls();
  const terms = useTerms();
  const [picked, pick] = useState<string>();
  const rows = calls.data?.calls ?? [];
  const here = rows.find(({ call }) => call === picked) ?? rows[0];
  return (
    <main id="main" className="plain-page hotline">
      <div className="orders-head">
        <h1>{said.title}</h1>
        <Sitting />
        <RosterLine of="day" />
      </div>
      <ProblemNote error={calls.error ?? terms.error} />
      <div className="hotline-sides">
        <CallsPane
          calls={rows}
          here={here?.call}
          pick={pick}
          simulated={calls.data?.simulated ?? false}
          terms={terms.data}
        />
        {terms.data === undefined ? (
          <Spin />
        ) : (
          <TalkDesk key={here?.call ?? 'none'} phoneCall={here} terms={terms.data} />
        )}
      </div>
    </main>
  );
}
