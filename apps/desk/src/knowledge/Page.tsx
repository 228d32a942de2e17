import { TabbedPage } from '../app/TabbedPage.tsx';
import { GapPane } from './GapPane.tsx';
import { LibraryPane } from './LibraryPane.tsx';
import { useAbout } from './queries.ts';
import { knowledgeWords as said } from './words.ts';

type Tab = keyof typeof said.tabs;

/** 知识库: the reply library, and for editors what waits, what ends, and what was looked for in vain. */
export function KnowledgePage({ role }: { role: string }) {
  const { data } = useAbout();
  const waiting = data?.waiting ?? { review: 0, expiring: 0, expired: 0, gaps: 0 };
  const counts = {
    library: 0,
    review: waiting.review,
    expiring: waiting.expiring + waiting.expired,
    gaps: waiting.gaps,
  };
  const names = Object.fromEntries(
    Object.entries(said.tabs).map(([tab, name]) => [tab, said.counted(name, counts[tab as Tab])]),
  ) as Record<Tab, string>;
  const isEditor = role === 'spokesperson';
  return (
    <TabbedPage
      of="knowledge"
      title={said.title}
      tabs={isEditor ? ['library', 'review', 'expiring', 'gaps'] : ['library']}
      names={names}
    >
      {(tab) =>
        tab === 'gaps' ? <GapPane about={data} /> : <LibraryPane key={tab} shown={tab} about={data} />
      }
    </TabbedPage>
  );
}
