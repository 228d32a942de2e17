/** 短时记忆: keeps what rarely or never changes, so that a page need not ask for it again. */
export type Memory = ReturnType<typeof createMemory>;

type Kept = { readonly value: Promise<unknown>; readonly until: number };

/** Creates a memory of at most so many entries; the oldest is forgotten first, a failure at once. */
export function createMemory(most: number, now: () => number = () => Date.now()) {
  const kept = new Map<string, Kept>();

  /** What is kept under the key, or what `load` brings; `seconds` is for how long, absent for ever. */
  return function keep<T>(
    key: string,
    load: () => Promise<T>,
    seconds = Number.POSITIVE_INFINITY,
  ): Promise<T> {
    const found = kept.get(key);
    if (found !== undefined && found.until > now()) return found.value as Promise<T>;
    const value = load();
    kept.delete(key);
    kept.set(key, { value, until: now() + seconds * 1000 });
    const oldest = kept.keys().next();
    if (kept.size > most && oldest.done === false) kept.delete(oldest.value);
    value.catch(() => kept.delete(key));
    return value;
  };
}
