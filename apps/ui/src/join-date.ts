/** Puts the three boxes of a date together again; undefined when the form did not carry them. */
export function joinDate(read: (name: string) => string | undefined, name: string): string | undefined {
  const [year, month, day] = [read(`${name}~year`), read(`${name}~month`), read(`${name}~day`)];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const [y = '', m = '', d = ''] = [year, month, day].map((part) => part.normalize('NFKC').trim());
  return y + m + d === '' ? '' : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}
