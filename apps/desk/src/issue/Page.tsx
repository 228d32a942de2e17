import { useState } from 'react';
import { CollectionDesk } from './CollectionDesk.tsx';
import { Scan } from './Scan.tsx';
import { WaitingPane } from './WaitingPane.tsx';
import { issueWords } from './words.ts';

/** 统一出件: a code is scanned, the person verified, signs, and takes what is theirs; beside it what waits, to be sent. */
export function IssuePage() {
  const [collection, setCollection] = useState<string>();
  const [done, setDone] = useState<string>();
  const found = (next: string) => {
    setDone(undefined);
    setCollection(next);
  };
  const over = (said?: string) => {
    setCollection(undefined);
    setDone(said);
  };
  return (
    <main id="main" className="issue">
      <section className="issue-desk" aria-labelledby="issue-title">
        <h1 id="issue-title">{issueWords.title}</h1>
        <Scan busy={collection !== undefined} found={found} />
        {collection === undefined ? (
          <Idle done={done} />
        ) : (
          <CollectionDesk key={collection} collection={collection} over={over} />
        )}
      </section>
      <WaitingPane />
    </main>
  );
}

function Idle({ done }: { done: string | undefined }) {
  const [title, help] = issueWords.idle;
  return (
    <div className="issue-idle">
      {done === undefined ? null : (
        <p className="issue-done" role="status">
          {done}
        </p>
      )}
      <p className="empty-title">{title}</p>
      <p className="faint">{help}</p>
    </div>
  );
}
