import type { HotCandidateRow } from '@tongban/contract';
import { KeyButton } from '../keys/KeyButton.tsx';
import { DayBars } from './DayBars.tsx';
import { SignalBars } from './Signals.tsx';
import { hotlistWords as said } from './words.ts';

type Props = { candidate: HotCandidateRow; pick: () => void; open: (topic: string) => void };

/** 一个候选: what speaks for it, and the button that puts it on the list. */
export function CandidatePane({ candidate, pick, open }: Props) {
  const { matterName, words, people, orders, regions, signals, days, topic } = candidate;
  return (
    <section className="order-pane hot-pane" aria-label={matterName}>
      <header className="order-head">
        <h2>{[matterName, ...words].join(' · ')}</h2>
        <p className="order-line">
          <span>{said.people(people)}</span>
          <span>{said.orders(orders)}</span>
          <span>{said.regions(regions)}</span>
        </p>
      </header>
      <div className="order-acts">
        {topic === undefined ? (
          <KeyButton label={said.pick} of="p" run={pick} look="primary" />
        ) : (
          <KeyButton label={said.open} of="Enter" run={() => open(topic)} />
        )}
      </div>
      <div className="hot-body">
        <h3>{said.why}</h3>
        <SignalBars signals={signals} />
        <DayBars days={days} />
      </div>
    </section>
  );
}
