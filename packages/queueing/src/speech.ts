/** The languages calls are spoken in. */
export type SpokenLanguage = 'zh' | 'yue' | 'en';

/** Windows up to this number have a clip of their own. */
const windowClips = 40;

/**
 * 叫号语音: the clips of one sentence in order, e.g. please A 0 3 6 to window-3. Letters and figures are said one by one:
 * 036 is 零三六, never 三十六.
 */
export function clipsOf(
  { number, windowNumber }: { readonly number: string; readonly windowNumber: number },
  language: SpokenLanguage,
): string[] {
  return ['please', ...spelled(number), 'to', ...windowOf(windowNumber, language)];
}

function windowOf(number: number, language: SpokenLanguage): string[] {
  if (number <= windowClips) return [`window-${number}`];
  const figures = spelled(String(number));
  return language === 'en' ? ['window', ...figures] : [...figures, 'window'];
}

function spelled(text: string): string[] {
  return text.toUpperCase().match(/[A-Z\d]/g) ?? [];
}
