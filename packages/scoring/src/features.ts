/**
 * What the classifier looks at: which words a text has, which stand side by side, and which characters the words are made
 * of, so that a word it never saw is not quite strange. How often does not matter.
 */
export function featuresOf(tokens: readonly string[]): string[] {
  const pairs = tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`);
  const letters = tokens.filter((token) => /\p{Script=Han}/u.test(token)).flatMap((token) => [...token]);
  return [...new Set([...tokens, ...pairs, ...letters])];
}

/** The words a feature stands for, as a person reads them. */
export function wordsOf(feature: string): string {
  return feature.replace(' ', '');
}
