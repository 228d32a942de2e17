/** 1500 → 15.00 元 */
export function yuan(fen: number): string {
  return `${fen < 0 ? '-' : ''}${Math.trunc(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')} 元`;
}

/** What somebody typed as an amount, in fen; undefined where it is none. */
export function findFen(typed: string): number | undefined {
  const [, whole, part = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** The number people quote: of the case where there is one. */
export function aboutText({ about, number }: { about: string; number: string }): string {
  return about.startsWith('case:') ? about.slice('case:'.length) : number;
}
