const mark = 'tongban.desk.';

/** Keeps what was typed in this browser tab until it is sent, also over an expired session or a reload. */
export const kept = {
  read<T>(key: string): T | undefined {
    const text = sessionStorage.getItem(mark + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  },
  write(key: string, value: unknown): void {
    if (value === undefined) kept.drop(key);
    else sessionStorage.setItem(mark + key, JSON.stringify(value));
  },
  drop(key: string): void {
    sessionStorage.removeItem(mark + key);
  },
  /** Nothing of one person stays for the next one at this desk. */
  dropAll(): void {
    for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(mark))) {
      sessionStorage.removeItem(key);
    }
  },
};
