/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Answer } from '../link/link.ts';
import { type FrameWords, words } from '../words.ts';
import { useAnswer } from './use-answer.ts';

type Props = {
  readonly said: FrameWords;
  readonly about: string;
  readonly answer: (given: Answer) => Promise<void>;
  readonly back: () => void;
};

/** 有地方不对: what is wrong, chosen by a touch, with room for a word of one's own; it calls the clerk. */
export function WrongPanel({ said: { wrong }, about, answer, back }: Props) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [note, setNote] = useState('');
  const { busy, fault, send } = useAnswer(answer, wrong.needed);
  const toggle = (at: number) =>
    setChosen(chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at]);
  const tell = () => send({ about, verdict: 'decline', say: sayOf(chosen, note) });
  return (
    <section class="panel" aria-label={wrong.title}>
      <fieldset class="wrong">
        <legend>{wrong.title}</legend>
        {wrong.choices.map((choice, at) => (
          <label key={choice} class="wrong__choice">
            <input type="checkbox" checked={chosen.includes(at)} onChange={() => toggle(at)} />
            <span>{choice}</span>
          </label>
        ))}
      </fieldset>
      <label class="wrong__note">
        <span class="soft">{wrong.note}</span>
        <textarea
          rows={2}
          maxLength={140}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="button" class="button panel__main" disabled={chosen.length === 0 || busy} onClick={tell}>
        {chosen.length === 0 ? wrong.needed : wrong.send}
      </button>
      <button type="button" class="button button--quiet" onClick={back}>
        {wrong.back}
      </button>
    </section>
  );
}

/** The clerk reads Chinese, whatever language the frame is in. */
function sayOf(chosen: readonly number[], note: string): string {
  const named = chosen.toSorted((a, b) => a - b).flatMap((at) => words.zh.wrong.choices[at] ?? []);
  return [named.join('、'), note.trim()].filter(Boolean).join('：').slice(0, 200);
}
