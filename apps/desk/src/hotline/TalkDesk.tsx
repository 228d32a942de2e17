import { useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { AssistPane } from './AssistPane.tsx';
import { Done } from './Done.tsx';
import { type Emergency, EmergencyBar } from './EmergencyBar.tsx';
import { Handover } from './Handover.tsx';
import { TalkForm } from './TalkForm.tsx';
import { endOf } from './taking.ts';
import { type Talk, type Talking, useTalk } from './use-talk.ts';
import { hotlineWords } from './words.ts';

/** 边听边登记: what is said, what the house makes of it, and how it ends. */
export function TalkDesk({ phoneCall, terms }: Talking) {
  const talk = useTalk({ phoneCall, terms });
  const [handed, hand] = useState<Emergency>();
  const { taking, suggestions, change, register, sort, finish } = talk;
  useKeys(handed === undefined && register.data === undefined ? keysOf(talk) : {});
  const clear = () => {
    hand(undefined);
    talk.clear();
  };
  if (handed !== undefined)
    return <Handover to={handed} phoneCall={phoneCall} back={() => hand(undefined)} done={clear} />;
  if (register.data !== undefined)
    return <Done talk={talk} phoneCall={phoneCall} terms={terms} again={talk.clear} />;
  return (
    <>
      <section className="order-pane talk-form" aria-label={hotlineWords.form.title}>
        <EmergencyBar text={taking.text} terms={terms} hand={hand} danger={talk.danger} />
        <TalkForm talk={talk} terms={terms} phoneCall={phoneCall} />
      </section>
      <AssistPane
        suggestions={suggestions.data}
        taking={taking}
        error={suggestions.error}
        change={change}
        sort={sort}
        merge={(into) => finish({ how: 'merge', into })}
      />
    </>
  );
}

const toText = 'F2';
/** Back to the text, from wherever one is. */
const writeKeys = { [toText]: () => document.getElementById('talk-text')?.focus() };

function keysOf({ finish, taking, sort }: Talk) {
  return {
    ...writeKeys,
    'Ctrl+s': () => finish({ how: 'keep' }),
    'Ctrl+Enter': () => finish(endOf(taking)),
    ...{ 'Ctrl+1': () => sort(0), 'Ctrl+2': () => sort(1), 'Ctrl+3': () => sort(2) },
  };
}
