import { pinyin } from 'pinyin-pro';

const initial = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const final =
  '(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v)';
const syllable = new RegExp(`^${initial}${final}$`);
const longestSyllable = 6;
const longestTyped = 60;

/** The syllable of each character of a run of Chinese characters, as people confuse them: 身 and 深 are both `sen`. */
export function syllablesOf(run: string): string[] {
  return pinyin(run, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).map(blurred);
}

/** The syllables of letters typed as pinyin without spaces; letters that fit nowhere are left out. */
export function syllablesTyped(letters: string): string[] {
  const text = letters.toLowerCase().slice(0, longestTyped);
  // The cheapest way to read the first n letters: one for each syllable, three for a letter that is left out.
  const best: { cost: number; read: readonly string[] }[] = [{ cost: 0, read: [] }];
  for (let end = 1; end <= text.length; end += 1) {
    const before = best[end - 1] ?? { cost: 0, read: [] };
    let chosen = { cost: before.cost + 3, read: before.read };
    for (let length = 1; length <= Math.min(longestSyllable, end); length += 1) {
      const part = text.slice(end - length, end);
      const from = best[end - length];
      if (from === undefined || !syllable.test(part) || from.cost + 1 >= chosen.cost) continue;
      chosen = { cost: from.cost + 1, read: [...from.read, blurred(part)] };
    }
    best.push(chosen);
  }
  return [...(best.at(-1)?.read ?? [])];
}

/** 模糊音: zh and z, ch and c, sh and s, and the endings -ng and -n after a, e and i sound alike to many. */
function blurred(one: string): string {
  return one
    .replace(/^([zcs])h/, '$1')
    .replace(/([aei])ng$/, '$1n')
    .replaceAll('v', 'u');
}

/** Syllables two by two, neighbours and next but one, in either order: what is left of a word mistyped. */
export function soundPairs(syllables: readonly string[]): { near: string[]; skipping: string[] } {
  return { near: pairsAt(syllables, 1), skipping: pairsAt(syllables, 2) };
}

function pairsAt(syllables: readonly string[], apart: number): string[] {
  return syllables.slice(apart).map((second, at) => [syllables[at] ?? '', second].toSorted().join('+'));
}
