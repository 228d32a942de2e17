import { shanghaiDay } from '@tongban/kernel';
import { TabbedPage } from '../app/TabbedPage.tsx';
import { Collect } from './Collect.tsx';
import { DayPane } from './DayPane.tsx';
import { useDay, useRefunds } from './queries.ts';
import { Refunds } from './Refunds.tsx';
import { payWords as said } from './words.ts';

type Tab = keyof typeof said.tabs;

/** 窗口收费: money taken at the window, refunds by two people, and the accounts of the day. */
export function PayPage({ role }: { role: string }) {
  const acts = role !== 'supervisor';
  return (
    <TabbedPage
      of="pay"
      title={said.title}
      tabs={acts ? ['collect', 'refunds', 'day'] : ['day', 'refunds']}
      names={useNames()}
    >
      {(tab) => <Pane tab={tab} acts={acts} />}
    </TabbedPage>
  );
}

/** The names of the tabs, with how much waits in them: strange money and refunds must not wait unseen. */
function useNames(): Record<Tab, string> {
  const refunds = useRefunds();
  const { data } = useDay(shanghaiDay(new Date()));
  const open = data?.differences.filter(({ explained }) => explained === undefined) ?? [];
  const { collect } = said.tabs;
  return {
    collect,
    refunds: said.waiting('refunds', refunds.data?.filter(({ state }) => state === 'asked').length ?? 0),
    day: said.waiting('day', open.length + (data?.held.length ?? 0)),
  };
}

function Pane({ tab, acts }: { tab: Tab; acts: boolean }) {
  switch (tab) {
    case 'collect':
      return <Collect />;
    case 'refunds':
      return <Refunds acts={acts} />;
    case 'day':
      return <DayPane acts={acts} />;
  }
}
