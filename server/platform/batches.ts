type Waiting<Ask, Answer> = {
  readonly ask: Ask;
  readonly done: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * 成批: whoever asks while a batch is under way goes with the next one, so that many share one transaction and nobody waits for
 * company. A batch that fails fails for all that were in it.
 */
export function createBatches<Ask, Answer>(
  atMost: number,
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
) {
  let line: Waiting<Ask, Answer>[] = [];
  let busy = false;

  const next = async (): Promise<void> => {
    const batch = line.slice(0, atMost);
    line = line.slice(atMost);
    try {
      const answers = await run(batch.map(({ ask }) => ask));
      for (const [at, { done, fail }] of batch.entries()) {
        const answer = answers[at];
        if (answer === undefined) fail(new Error('a batch answered fewer than it was asked'));
        else done(answer);
      }
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  };
  const work = async (): Promise<void> => {
    busy = true;
    while (line.length > 0) await next();
    busy = false;
  };
  return (ask: Ask): Promise<Answer> =>
    new Promise((done, fail) => {
      line.push({ ask, done, fail });
      // Those of this turn of the process go together.
      if (!busy) {
        busy = true;
        setImmediate(() => void work());
      }
    });
}
