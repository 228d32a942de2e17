import { Segmented, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useNow } from '../queue/use-now.ts';
import { FigurePane } from './FigurePane.tsx';
import { Live } from './Live.tsx';
import { useHallNow } from './queries.ts';
import { hallWords as said } from './words.ts';

type View = keyof typeof said.views;
/** Older than this, what is shown is no longer what happens. */
const staleMs = 40_000;

/** 大厅实时: everything of one hall at a glance, and the day in figures. */
export function HallPage() {
  const [view, look] = useState<View>('now');
  useKeys({ 1: () => look('now'), 2: () => look('figures') });
  return (
    <main id="main" className="hall">
      <header className="hall-head">
        <h1>{said.title}</h1>
        <Segmented<View>
          aria-label={said.title}
          value={view}
          onChange={look}
          options={(['now', 'figures'] as const).map((value, at) => ({
            value,
            label: (
              <>
                {said.views[value]}
                <KeyCap of={String(at + 1)} />
              </>
            ),
          }))}
        />
        <AsOf />
      </header>
      {view === 'now' ? <LiveView /> : <FigurePane />}
    </main>
  );
}

function LiveView() {
  const { data, dataUpdatedAt, error } = useHallNow();
  if (data === undefined)
    return error === null ? <Spin description={said.loading} /> : <ProblemNote error={error} />;
  return <Live now={data} heardAt={dataUpdatedAt} />;
}

/** How old the picture is; when the connection is lost it says so. */
function AsOf() {
  const { data, dataUpdatedAt } = useHallNow();
  const now = useNow(5000);
  if (data === undefined) return null;
  const stale = now - dataUpdatedAt > staleMs;
  return (
    <span className={stale ? 'hall-as-of stale' : 'hall-as-of faint'} role="status">
      <strong>{data.hallName}</strong>
      <span>{data.live.says}</span>
      <span className="number">
        {stale ? said.stale(timeWords(new Date(dataUpdatedAt))) : said.asOf(timeWords(data.asOf))}
      </span>
    </span>
  );
}
