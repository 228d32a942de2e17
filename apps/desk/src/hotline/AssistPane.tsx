import type { KindGuess, LikeOrder, MatterGuess, OrderSuggestions, ReplyRow } from '@tongban/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useQuote } from '../orders/queries.ts';
import { orderWords } from '../orders/words.ts';
import { GuidePane } from './GuidePane.tsx';
import { tellingWords } from './listening.ts';
import type { Taking } from './taking.ts';
import { hotlineWords } from './words.ts';

const said = hotlineWords.assist;
type Props = {
  suggestions: OrderSuggestions | undefined;
  taking: Taking;
  error: unknown;
  change: (part: Partial<Taking>) => void;
  sort: (at: number) => void;
  merge: (into: string) => void;
};

/** 边听边提示: how it is sorted and why, what it is like, the guide and the replies that fit. */
export function AssistPane({ suggestions, taking, error, change, sort, merge }: Props) {
  if (suggestions === undefined) return <Blank error={error} />;
  const { ready, kinds, matters, duplicates, replies, items } = suggestions;
  return (
    <aside className="order-pane talk-assist" aria-label={said.guesses}>
      <ProblemNote error={error} />
      {ready ? null : <p className="faint">{said.notReady}</p>}
      <div className="assist-axes">
        <section>
          <h3>{said.matters}</h3>
          <ol className="guesses">
            {matters.map((guess, at) => (
              <Guess
                key={guess.matter}
                guess={guess}
                at={at}
                isTaken={taking.matter === guess.matter}
                take={() => sort(at)}
              />
            ))}
          </ol>
        </section>
        <section>
          <h3>{said.kinds}</h3>
          <ul className="guesses">
            {kinds.map((guess) => (
              <Guess
                key={guess.kind}
                guess={guess}
                isTaken={taking.kind === guess.kind}
                take={() => change({ kind: guess.kind })}
              />
            ))}
          </ul>
        </section>
      </div>
      <Duplicates duplicates={duplicates} merge={merge} />
      <div className="assist-sides">
        <GuidePane items={items} />
        <Replies
          replies={replies}
          add={(text) => change({ answer: taking.answer === '' ? text : `${taking.answer}\n${text}` })}
        />
      </div>
    </aside>
  );
}

/** Before anything is said: what will stand here, and the keys. */
function Blank({ error }: { error: unknown }) {
  return (
    <aside className="order-pane talk-assist assist-blank" aria-label={said.guesses}>
      <ProblemNote error={error} />
      <p>{said.hint}</p>
      <dl>
        {hotlineWords.keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <KeyCap key={name} of={name} />
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

type GuessProps = { guess: KindGuess | MatterGuess; at?: number; isTaken: boolean; take: () => void };

function Guess({ guess, at, isTaken, take }: GuessProps) {
  const { name, confidence } = guess;
  const words = tellingWords(guess.words);
  return (
    <li>
      <button
        type="button"
        className={isTaken ? 'guess here' : 'guess'}
        aria-pressed={isTaken}
        onClick={take}
      >
        <span className="guess-name">
          {typeof name === 'string' ? name : name.zh}
          {at === undefined ? null : <KeyCap of={`Ctrl+${at + 1}`} />}
        </span>
        <span className="number">{said.sure(confidence)}</span>
        <span className="guess-share" aria-hidden="true" style={{ inlineSize: said.sure(confidence) }} />
        {words.length === 0 ? null : <span className="faint guess-why">{said.because(words)}</span>}
      </button>
    </li>
  );
}

function Duplicates({
  duplicates,
  merge,
}: {
  duplicates: readonly LikeOrder[];
  merge: (into: string) => void;
}) {
  if (duplicates.length === 0) return null;
  return (
    <section className="assist-like" aria-live="polite">
      <h3>{said.duplicates}</h3>
      <ul className="assist-rows">
        {duplicates.map(({ order, title, stage, unit, same, because }) => (
          <li key={order}>
            <div>
              <strong>{title}</strong>
              <p className="faint">
                {[
                  ...(same ? [said.same] : []),
                  orderWords.stages[stage],
                  unit,
                  ...because.map((one) => said.reasons[one]),
                ].join('　')}
              </p>
            </div>
            {stage === 'closed' ? null : (
              <Button size="small" onClick={() => merge(order)}>
                {said.merge}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Replies({ replies, add }: { replies: readonly ReplyRow[]; add: (text: string) => void }) {
  const [used, use] = useState<string>();
  const quote = useQuote();
  const press = (entry: string | undefined) => {
    if (entry === undefined || quote.isPending) return;
    use(entry);
    quote.mutate({ entry }, { onSuccess: add });
  };
  useKeys(Object.fromEntries(quoteKeys.map((key, at) => [key, () => press(replies[at]?.entry)])));
  return (
    <section aria-label={said.replies}>
      <h3>{said.replies}</h3>
      {replies.length === 0 ? <p className="faint">{said.noReplies}</p> : null}
      <ul className="assist-replies">
        {replies.map(({ entry, title, excerpt }, at) => (
          <li key={entry}>
            <strong>{title.map(({ text }) => text).join('')}</strong>
            <p className="faint">{excerpt.map(({ text }) => text).join('')}</p>
            <Button size="small" loading={quote.isPending && used === entry} onClick={() => press(entry)}>
              {said.use}
              <span className="visually-hidden">{title.map(({ text }) => text).join('')}</span>
              {quoteKeys[at] === undefined ? null : <KeyCap of={quoteKeys[at]} />}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote error={quote.error} />
    </section>
  );
}
const quoteKeys = ['Ctrl+4', 'Ctrl+5', 'Ctrl+6'] as const;
