/** Adds a picked sentence to a text, once. */
export function withPhrase(text: string, phrase: string): string {
  if (text.includes(phrase)) return text;
  const before = text.trim();
  return before === '' ? phrase : `${before}\n${phrase}`;
}
