import { Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { Idle } from './idle/Idle.tsx';
import { useCurrentSitting } from './queries.ts';
import { SittingDesk } from './SittingDesk.tsx';
import { intakeWords } from './words.ts';

/** 综合受理: one screen for the person at the window, from the card to the printed receipt. */
export function IntakePage() {
  const { data, error } = useCurrentSitting();
  if (typeof data === 'object') return <SittingDesk key={data.sitting} sitting={data} />;
  if (data === 'none') return <Idle />;
  return (
    <main id="main" className="lone">
      {error === null ? <Spin description={intakeWords.loading} /> : <ProblemNote error={error} />}
    </main>
  );
}
