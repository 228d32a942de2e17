/** @jsxImportSource preact */
import './hall.css';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Board } from './board.tsx';
import { createSpeaker, type Saying } from './speaker.ts';
import type { Spoken, Standing } from './standing.ts';
import { Strip } from './strip.tsx';
import { useMachine } from './use-machine.ts';
import { createVoice } from './voice.ts';
import { hallWords as said } from './words.ts';

/** 大厅屏: the comprehensive board with its voice, or the strip above one window, which is silent. */
export function HallPage({ kind }: { readonly kind: 'board' | 'strip' }) {
  const { saying, silent, open, speak, settle } = useVoice(kind === 'board');
  const standing = useMachine(kind, speak);
  const show = standing.place.at === 'showing' ? standing.place.show : undefined;
  useEffect(() => {
    document.title = said.title;
    document.documentElement.dataset.mode = 'hall';
  }, []);
  useEffect(() => {
    if (show !== undefined) settle(show.languages, show.volume);
  }, [show, settle]);
  return (
    <div class="hall" data-saying={saying === undefined ? '' : [saying.language, ...saying.clips].join(' ')}>
      <Shown kind={kind} standing={standing} saying={saying} />
      {silent && show !== undefined && (
        <button type="button" class="hall__sound" onClick={open}>
          {said.silent}
        </button>
      )}
    </div>
  );
}

type ShownProps = { kind: 'board' | 'strip'; standing: Standing; saying: Saying | undefined };

function Shown({ kind, standing: { place, awaySince }, saying }: ShownProps) {
  switch (place.at) {
    case 'starting':
      return <p class="hall__quiet">{said.starting}</p>;
    case 'offering':
      return <Offer code={place.code} />;
    case 'showing':
      return kind === 'board' ? (
        <Board show={place.show} saying={saying} awaySince={awaySince} />
      ) : (
        <Strip show={place.show} window={place.window} awaySince={awaySince} />
      );
  }
}

function Offer({ code }: { readonly code: string }) {
  return (
    <div class="hall__offer">
      <h1>{said.offer.title}</h1>
      <p class="hall__code">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
      {said.offer.how.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function useVoice(audible: boolean) {
  const [saying, tell] = useState<Saying | undefined>();
  const [silent, setSilent] = useState(false);
  const voice = useMemo(() => (audible ? createVoice() : undefined), [audible]);
  const speaker = useMemo(
    () => (voice === undefined ? undefined : createSpeaker({ voice, tell, now: () => new Date() })),
    [voice],
  );
  const open = useCallback(() => {
    void voice?.open().then((running) => setSilent(!running));
  }, [voice]);
  useEffect(open, [open]);
  const speak = useCallback((calls: readonly Spoken[]) => speaker?.speak(calls), [speaker]);
  const settle = useCallback(
    (languages: Parameters<ReturnType<typeof createSpeaker>['speakIn']>[0], volume: number) => {
      speaker?.speakIn(languages);
      voice?.loudness(volume);
    },
    [speaker, voice],
  );
  return { saying, silent, open, speak, settle };
}
