/** @jsxImportSource preact */
import type { CaseView } from '@tongban/contract';
import { SummaryList, Tag } from '@tongban/ui';
import { dayText } from '../days.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';

type Made = CaseView['promises'][number];

/** 告知承诺: what was promised in this case and what the check found. */
export function Promises({ visit, view }: { readonly visit: Visit; readonly view: CaseView }) {
  if (view.promises.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{visit.say('您的书面承诺', 'What you promised')}</h2>
      <SummaryList
        rows={view.promises.map((made) => ({
          key: made.material,
          label: <Told visit={visit} words={made.name} />,
          value: <PromiseState visit={visit} made={made} />,
        }))}
      />
    </section>
  );
}

function PromiseState({ visit, made }: { readonly visit: Visit; readonly made: Made }) {
  const { say } = visit;
  const states = {
    open: { mood: 'info', words: say('之后会核查', 'To be checked later') },
    kept: { mood: 'ok', words: say('核查属实', 'Checked and true') },
    correcting: { mood: 'warn', words: say('要改正', 'To be put right') },
    corrected: { mood: 'ok', words: say('已改正', 'Put right') },
    broken: { mood: 'danger', words: say('承诺不实', 'Found untrue') },
  } as const;
  const { mood, words } = states[made.state];
  return (
    <>
      <Tag mood={mood}>{words}</Tag>
      {made.correctBy !== undefined && made.state === 'correcting' && (
        <span>
          {say(
            `${dayText(visit, made.correctBy)}前把这份材料补来，或到窗口说明。`,
            `Bring this paper by ${dayText(visit, made.correctBy)}, or explain at the window.`,
          )}
        </span>
      )}
      {made.finding !== undefined && (
        <span>
          <Chinese visit={visit}>{made.finding}</Chinese>
        </span>
      )}
    </>
  );
}
