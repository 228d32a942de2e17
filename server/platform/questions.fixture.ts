import pg from 'pg';
import { vi } from 'vitest';

type Question = { text: string; values: unknown[] };

/** The questions about cases and people that some work puts to the database, as they are sent. */
export async function questionsOf(work: () => Promise<unknown>): Promise<Question[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.flatMap((call) => {
      const [first, second] = call as unknown as [string | Question, unknown[] | undefined];
      const question = typeof first === 'string' ? { text: first, values: second ?? [] } : first;
      const { text, values = [] } = question as Partial<Question> & { text: string };
      return /\b(cases|identity)"?\./.test(text) ? [{ text, values }] : [];
    });
  } finally {
    spy.mockRestore();
  }
}
