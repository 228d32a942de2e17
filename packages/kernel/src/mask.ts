/** Hides an identity number but its first three and last four characters: 440***********8888. */
export function maskCitizenNumber(number: string): string {
  return keepEnds(number, 3, 4);
}

/** Hides the middle of a phone number: 138****5678. */
export function maskPhone(phone: string): string {
  return keepEnds(phone, 3, 4);
}

/** Hides all of a name but its first character: 张*. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  return characters.length < 2 ? '*' : `${characters[0]}*`;
}

/** Too short a text keeps nothing: what is left would give it away. */
function keepEnds(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  if (hidden < 3) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(-tail);
}

/** A personal value that prints as its mask wherever it is written; only `reveal` gives it away. */
export type Secret<T> = {
  readonly reveal: () => T;
  readonly toString: () => string;
  readonly toJSON: () => string;
};

/** Wraps a personal value so that a log, a template or JSON shows the mask. */
export function secret<T>(value: T, mask: (value: T) => string): Secret<T> {
  const shown = () => mask(value);
  const wrapped = { reveal: () => value, toString: shown, toJSON: shown };
  // The symbol by which a console asks an object how it wants to be printed.
  Object.defineProperty(wrapped, Symbol.for('nodejs.util.inspect.custom'), { value: shown });
  return Object.freeze(wrapped);
}
