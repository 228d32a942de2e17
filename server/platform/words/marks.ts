import type { Asked } from './search.ts';
import { soundPairs, syllablesOf } from './syllables.ts';

/** A piece of a text that is shown, and whether it is what was looked for. */
export type Piece = { readonly text: string; readonly hit?: true };

const longestHeard = 300;

/** 标出: cuts a text where the words of a search stand in it, or where it sounds like them. */
export function markedPieces(text: string, { words, pairs }: Pick<Asked, 'words' | 'pairs'>): Piece[] {
  const hits = new Array<boolean>(text.length).fill(false);
  const lower = text.toLowerCase();
  const searched = lower.length === text.length ? lower : text;
  for (const word of words) markAll(searched, word, hits);
  if (!hits.includes(true)) markSounds(text, pairs, hits);
  return piecesOf(text, hits);
}

/** Title and excerpt of a hit; where the title shows what was found, the excerpt need not sound like it. */
export function markedHit(
  { title, text }: { readonly title: string; readonly text: string },
  asked: Pick<Asked, 'words' | 'pairs'>,
): { title: Piece[]; excerpt: Piece[] } {
  const pieces = markedPieces(title, asked);
  const isShown = pieces.some(({ hit }) => hit === true);
  const rest = isShown ? { words: asked.words, pairs: noPairs } : asked;
  return { title: pieces, excerpt: markedPieces(excerptOf(text, asked), rest) };
}
const noPairs: ReadonlySet<string> = new Set();

/** What is shown of a long text: the stretch around the first thing found in it. */
export function excerptOf(text: string, { words }: Pick<Asked, 'words'>, longest = 90): string {
  if (text.length <= longest) return text;
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((at) => at >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first < longest / 2 ? 0 : first - 20;
  const part = text.slice(from, from + longest);
  return `${from > 0 ? '…' : ''}${part}${from + longest < text.length ? '…' : ''}`;
}

function markAll(text: string, word: string, hits: boolean[]): void {
  if (word === '') return;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    hits.fill(true, at, at + word.length);
}

function markSounds(text: string, pairs: ReadonlySet<string>, hits: boolean[]): void {
  if (pairs.size === 0) return;
  for (const found of text.slice(0, longestHeard).matchAll(/\p{Script=Han}+/gu)) {
    const { near } = soundPairs(syllablesOf(found[0]));
    for (const [at, pair] of near.entries())
      if (pairs.has(pair)) hits.fill(true, found.index + at, found.index + at + 2);
  }
}

function piecesOf(text: string, hits: readonly boolean[]): Piece[] {
  const pieces: { text: string; hit: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hit = hits[at] === true;
    const last = pieces.at(-1);
    if (last !== undefined && last.hit === hit) last.text += text[at];
    else pieces.push({ text: text[at] ?? '', hit });
  }
  return pieces.map((piece) => (piece.hit ? { text: piece.text, hit: true } : { text: piece.text }));
}
