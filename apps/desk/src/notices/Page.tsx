import { TabbedPage } from '../app/TabbedPage.tsx';
import { FiguresPane } from './FiguresPane.tsx';
import { OutboxPane } from './OutboxPane.tsx';
import { TextsPane } from './TextsPane.tsx';
import { WarningsPane } from './WarningsPane.tsx';
import { noticeWords as said } from './words.ts';

type Tab = keyof typeof said.tabs;

/** 通知: what people are told, what goes out, and how well it goes. */
export function NoticesPage() {
  return (
    <TabbedPage
      of="notice-page"
      title={said.title}
      tabs={['texts', 'outbox', 'figures', 'warnings']}
      names={said.tabs}
    >
      {paneOf}
    </TabbedPage>
  );
}

function paneOf(tab: Tab) {
  switch (tab) {
    case 'texts':
      return <TextsPane />;
    case 'outbox':
      return <OutboxPane />;
    case 'figures':
      return <FiguresPane />;
    case 'warnings':
      return <WarningsPane />;
  }
}
