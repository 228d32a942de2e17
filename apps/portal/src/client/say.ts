/** Text of the scripts in the language of the page. */
export function say(zh: string, en: string): string {
  return document.documentElement.lang === 'en' ? en : zh;
}
