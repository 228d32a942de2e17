/** @jsxImportSource preact */
import type { KioskWords } from '../words.ts';

type Said = { readonly said: KioskWords };

/** Before the server has answered for the first time. */
export function Starting({ said }: Said) {
  return (
    <main class="alone">
      <h1 aria-live="polite">{said.starting}</h1>
    </main>
  );
}

/** 登记: the code to be typed at the desk, large enough to be read from afar. */
export function Offering({ said, code }: Said & { readonly code: string }) {
  return (
    <main class="alone">
      <h1>{said.register.title}</h1>
      <p class="alone__code">
        <span class="unseen">{`${said.register.code} ${code.split('').join(' ')}`}</span>
        <span aria-hidden="true">{code.slice(0, 3)}</span>
        <span aria-hidden="true">{code.slice(3)}</span>
      </p>
      {said.register.how.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </main>
  );
}
