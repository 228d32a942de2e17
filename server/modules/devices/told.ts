/** Passes on whatever any of several streams tells, until one of them ends. */
export async function* eitherOf<T>(streams: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  const sources = streams.map((stream) => stream[Symbol.asyncIterator]());
  const next = (source: AsyncIterator<T>) => source.next().then((told) => ({ source, told }));
  const waiting = new Map(sources.map((source) => [source, next(source)]));
  for (;;) {
    const { source, told } = await Promise.race(waiting.values());
    if (told.done === true) return;
    waiting.set(source, next(source));
    yield told.value;
  }
}
