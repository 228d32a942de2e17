/** 签名方式: at home after signing in with the real name, drawn on the second screen of a window, or on paper with the reason. */
export type Signed = { way: 'web' } | { way: 'screen'; signature: string } | { way: 'paper'; why: string };

/** How it was signed, as papers say it. */
export function signedHow(signed: Signed): string {
  switch (signed.way) {
    case 'web':
      return '本人实名登录后在网上确认';
    case 'screen':
      return '本人在窗口看过后在屏上签名';
    case 'paper':
      return `本人在窗口看过后在纸上签名（${signed.why}）`;
  }
}

/** The drawing to put under a paper, where there is one. */
export function drawnUnder(signed: Signed, label: string): { signature?: { label: string; file: string } } {
  return signed.way === 'screen' ? { signature: { label, file: signed.signature } } : {};
}
