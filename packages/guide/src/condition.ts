/** 条件: a checked condition; numbers are inclusive ranges of whole numbers. */
export type Condition =
  | { is: 'always' }
  | { is: 'never' }
  | { is: 'and' | 'or'; parts: Condition[] }
  | { is: 'not'; part: Condition }
  | { is: 'option'; fact: string; options: string[]; except: boolean }
  | { is: 'yes'; fact: string; value: boolean }
  | { is: 'ticked'; fact: string; option: string }
  | { is: 'number'; fact: string; ranges: Range[] }
  | { is: 'count'; people: string; ranges: Range[] }
  | { is: 'any' | 'all'; people: string; part: Condition }
  | { is: 'def'; name: string; part: Condition };

export type Range = [from: number, to: number];

export type Parsed =
  | { ok: true; condition: Condition }
  | { ok: false; code: string; message: string; position: number };

/** The conditions a condition is made of. */
export function partsOf(condition: Condition): Condition[] {
  if ('parts' in condition) return condition.parts;
  return 'part' in condition ? [condition.part] : [];
}
