/** @jsxImportSource preact */
import type { FrameWords } from '../words.ts';

type Said = { readonly said: FrameWords };

/** Before the server has answered for the first time. */
export function Starting({ said }: Said) {
  return (
    <div class="quiet" role="status">
      <p class="quiet__then">{said.starting}</p>
    </div>
  );
}

/** 配对: the code to be typed at the desk, large enough to be read across a counter. */
export function Code({ said, code }: Said & { readonly code: string }) {
  const [one, other] = [code.slice(0, 3), code.slice(3)];
  return (
    <div class="quiet">
      <h1>{said.pair.title}</h1>
      <p class="code">
        <span class="unseen">{`${said.pair.code} ${code.split('').join(' ')}`}</span>
        <span aria-hidden="true">{one}</span>
        <span aria-hidden="true">{other}</span>
      </p>
      {said.pair.how.map((line) => (
        <p key={line} class="quiet__then">
          {line}
        </p>
      ))}
    </div>
  );
}

/** 空闲: the bureau, the window, and the one thing to do. */
export function Idle({ said, bureau, windowName }: Said & { bureau: string; windowName: string }) {
  return (
    <div class="quiet quiet--idle">
      <p class="quiet__bureau" lang="zh-CN">
        {bureau}
      </p>
      <h1 class="quiet__window" lang="zh-CN">
        {windowName}
      </h1>
      <hr />
      <p class="quiet__now">{said.idle.now}</p>
      <p class="quiet__then">{said.idle.next}</p>
    </div>
  );
}

/** 谢幕: what came of the answer, for some seconds. */
export function Thanks({ said, verdict }: Said & { readonly verdict: 'sign' | 'decline' }) {
  const [done, next] = said.thanks[verdict];
  return (
    <div class="quiet" role="status">
      <svg class={`done done--${verdict}`} viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="22" />
        <path d={verdict === 'sign' ? 'M14 25l7 7 14-15' : 'M24 13v14M24 33v2'} />
      </svg>
      <h1>{done}</h1>
      <p class="quiet__then">{next}</p>
    </div>
  );
}
