import { TabbedPage } from '../app/TabbedPage.tsx';
import { FigurePane } from './FigurePane.tsx';
import { PraisePane } from './PraisePane.tsx';
import { RepairDesk } from './RepairDesk.tsx';
import { SurveyPane } from './SurveyPane.tsx';
import { ratingWords as said } from './words.ts';

type Tab = keyof typeof said.tabs;

/** 好差评: bad ratings to be put right, what ratings add up to, praise, and surveys. */
export function RatingsPage({ role }: { role: string }) {
  return (
    <TabbedPage
      of="ratings"
      title={said.title}
      tabs={
        role === 'approver'
          ? ['open', 'closed', 'figures']
          : ['open', 'closed', 'figures', 'praises', 'surveys']
      }
      names={said.tabs}
    >
      {(tab) => <Pane tab={tab} registers={role !== 'approver'} />}
    </TabbedPage>
  );
}

function Pane({ tab, registers }: { tab: Tab; registers: boolean }) {
  switch (tab) {
    case 'open':
      return <RepairDesk key={tab} shown={tab} registers={registers} />;
    case 'closed':
      return <RepairDesk key={tab} shown={tab} registers={false} />;
    case 'figures':
      return <FigurePane />;
    case 'praises':
      return <PraisePane />;
    case 'surveys':
      return <SurveyPane />;
  }
}
