/** 叫号语音: the voices and how fast they speak. */
export const languages: Readonly<Record<string, { readonly voice: string; readonly speed: number }>> = {
  zh: { voice: 'cmn', speed: 150 },
  yue: { voice: 'yue', speed: 150 },
  en: { voice: 'en-gb', speed: 150 },
};

const windows = 40;
const figures = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Every clip of a language: its name and what is said. Figures are said one by one: 036 is 零三六, never 三十六. */
export function clipWords(language: string): readonly (readonly [string, string])[] {
  const chinese = language !== 'en';
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  return [
    ['please', chinese ? '请' : 'Number'],
    ['to', chinese ? '号，到' : 'please come to'],
    ['window', chinese ? '号窗口' : 'window'],
    ...letters.map((letter) => [letter, chinese ? letter : `${letter}.`] as const),
    ...(chinese ? figures : english).map((word, at) => [String(at), word] as const),
    ...Array.from({ length: windows }, (_, at) => {
      const number = at + 1;
      return [`window-${number}`, chinese ? `${chineseNumber(number)}号窗口` : `window ${number}`] as const;
    }),
  ];
}

/** A number up to 99 as it is spoken: 12 is 十二, 20 is 二十. */
function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return figures[ones] ?? '';
  const head = tens === 1 ? '十' : `${figures[tens]}十`;
  return ones === 0 ? head : `${head}${figures[ones]}`;
}
