type Opening = { days: readonly number[]; from: string; to: string };

const names = ['一', '二', '三', '四', '五', '六', '日'];

/** Opening hours in words: `周一至周五 9:00–12:00、14:00–17:00`. Days are 1 (Monday) to 7. */
export function hoursOf(opens: readonly Opening[]): string[] {
  const byDays = new Map<string, string[]>();
  for (const { days, from, to } of opens) {
    const label = daysOf(days);
    byDays.set(label, [...(byDays.get(label) ?? []), `${short(from)}–${short(to)}`]);
  }
  return [...byDays].map(([label, spans]) => `${label} ${spans.join('、')}`);
}

function daysOf(days: readonly number[]): string {
  const sorted = days.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  const inRow = sorted.length > 2 && last - first === sorted.length - 1;
  if (inRow) return `周${names[first - 1]}至周${names[last - 1]}`;
  return sorted.map((day) => `周${names[day - 1]}`).join('、');
}

function short(time: string): string {
  return time.replace(/^0/, '');
}
