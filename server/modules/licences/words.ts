import type { LicenceType } from '@tongban/catalogue/author';
import { isDay, maskCitizenNumber } from '@tongban/kernel';

const sexes: Readonly<Record<string, string>> = { female: '女', male: '男' };

/** A value of a licence as it is read; undefined when nothing is registered. */
export function valueText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.map(valueText).filter(Boolean).join('、');
  if (typeof value === 'object') return valueText(Reflect.get(value, 'name'));
  const text = String(value);
  return sexes[text] ?? (isDay(text) ? dayText(text) : text);
}

/** 2026年3月2日 */
export function dayText(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** The words of a certificate with its facts put in; what is not registered is said to be so. */
export function fillText(body: string, facts: Readonly<Record<string, unknown>>): string {
  return body.replace(
    /\{([a-z][a-z0-9_]*)\}/g,
    (_, field: string) => valueText(facts[field]) ?? '（未登记）',
  );
}

/** The number of a licence as a screen shows it; one that identifies a person is masked. */
export function publicNumberText(number: string): string {
  return /^\d{14,17}[\dX]$/.test(number) ? maskCitizenNumber(number) : number;
}

const standing = ['number', 'issued_on', 'valid_until', 'issuer'];

/** The shown fields of a licence that have a value; number, days and issuer every card shows, a division is for machines. */
export function shownFields(type: LicenceType, data: Readonly<Record<string, unknown>>) {
  return type.fields.flatMap((field) => {
    const value = valueText(data[field.id]);
    if (
      field.shown === false ||
      field.type === 'division' ||
      standing.includes(field.id) ||
      value === undefined
    )
      return [];
    const shown = field.type === 'citizen-number' ? publicNumberText(value) : value;
    return [{ label: { zh: field.name, en: field.name_en }, value: shown }];
  });
}
