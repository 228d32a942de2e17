import { compactDay, type Day, findCompactDay } from './day.ts';

/** What a case number begins with: the item's national code, or the city when the item has none yet. */
export type CaseNumberRoot = { readonly itemCode: string } | { readonly city: string };

export type CaseNumberParts = CaseNumberRoot & { readonly day: Day; readonly sequence: number };

/**
 * 办件编号: item code + day + sequence of the item that day (4 digits, a 5th once a day passes 9999).
 * An item without a national code uses the local short form `TB` + 4-digit city + day + 6-digit sequence,
 * counted for the whole city that day, so that no code is invented for it.
 */
export function caseNumber(root: CaseNumberRoot, day: Day, sequence: number): string {
  const national = 'itemCode' in root;
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > (national ? 99_999 : 999_999)) {
    throw new RangeError(`no case number for sequence ${sequence}`);
  }
  const stem = national ? root.itemCode : `TB${root.city}`;
  return `${stem}${compactDay(day)}${String(sequence).padStart(national ? 4 : 6, '0')}`;
}

/** Takes a case number apart; undefined when it has neither the national nor the local form. */
export function findCaseNumberParts(text: string): CaseNumberParts | undefined {
  const number = text.trim().toUpperCase();
  const local = /^TB(\d{4})(\d{8})(\d{6})$/.exec(number);
  if (local !== null) return dated({ city: local[1] ?? '' }, local[2], local[3]);
  const national = /^([0-9A-Z]{18}[1-7]\d{12}(?:\d{2})?)(\d{8})(\d{4,5})$/.exec(number);
  if (national === null) return undefined;
  return dated({ itemCode: national[1] ?? '' }, national[2], national[3]);
}

function dated(root: CaseNumberRoot, digits = '', sequence = ''): CaseNumberParts | undefined {
  const day = findCompactDay(digits);
  return day === undefined ? undefined : { ...root, day, sequence: Number(sequence) };
}
