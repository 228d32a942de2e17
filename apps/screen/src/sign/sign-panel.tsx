/** @jsxImportSource preact */
import type { Answer } from '../link/link.ts';
import type { FrameWords } from '../words.ts';
import { useAnswer } from './use-answer.ts';
import { usePad } from './use-pad.ts';

type Props = {
  readonly said: FrameWords;
  readonly about: string;
  readonly declaration: string;
  readonly answer: (given: Answer) => Promise<void>;
  readonly wrong: () => void;
};

/** 签名: the declaration, the pad, and the ways out for who cannot write or sees a mistake. */
export function SignPanel({ said: { sign }, about, declaration, answer, wrong }: Props) {
  const { canvas, drawn, clear, picture } = usePad();
  const { busy, fault, send } = useAnswer(answer, sign.failed);
  return (
    <section class="panel" aria-label={sign.label}>
      <p class="panel__declaration" lang="zh-CN">
        {declaration}
      </p>
      <div class="pad">
        <canvas ref={canvas} class="pad__canvas" role="img" aria-label={sign.pad} />
        {!drawn && (
          <span class="pad__hint" aria-hidden="true">
            {sign.label}
          </span>
        )}
        <button type="button" class="pad__clear linkish" disabled={!drawn} onClick={clear}>
          {sign.clear}
        </button>
      </div>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button
        type="button"
        class="button panel__main"
        disabled={!drawn || busy}
        onClick={() => send({ about, verdict: 'sign', signature: picture() })}
      >
        {drawn ? sign.send : sign.needed}
      </button>
      <div class="panel__others">
        <button
          type="button"
          class="button button--quiet"
          disabled={busy}
          onClick={() => send({ about, verdict: 'decline', say: sign.unableSaid })}
        >
          {sign.unable}
        </button>
        <button type="button" class="button button--quiet" disabled={busy} onClick={wrong}>
          {sign.wrong}
        </button>
      </div>
    </section>
  );
}
