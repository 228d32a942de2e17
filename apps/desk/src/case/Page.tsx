import { Spin } from 'antd';
import { Link } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { words } from '../words.ts';
import { CaseDesk } from './CaseDesk.tsx';
import { useDeskCase, useEdition } from './queries.ts';
import { caseWords } from './words.ts';

/** 办件: one case, documents on the left, what to check and decide on the right. */
export function CasePage({ number }: { number: string }) {
  const found = useDeskCase(number);
  const edition = useEdition(found.data?.edition);
  if (found.data !== undefined && edition.data !== undefined) {
    return <CaseDesk deskCase={found.data} edition={edition.data} />;
  }
  const error = found.error ?? edition.error;
  return (
    <main id="main" className="lone">
      {error === null ? (
        <Spin description={caseWords.viewer.loading} />
      ) : (
        <>
          <h1>{number}</h1>
          <ProblemNote error={error} />
          <Link href="/">{words.app.toTasks}</Link>
        </>
      )}
    </main>
  );
}
