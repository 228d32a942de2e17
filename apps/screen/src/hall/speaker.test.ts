import { expect, test, vi } from 'vitest';
import { createSpeaker } from './speaker.ts';
import type { Spoken } from './standing.ts';

const now = new Date('2026-03-02T02:00:00Z');
const call = (number: string, windowNumber: number, secondsAgo = 0): Spoken => ({
  ...{ seq: 1, number, window: `w${windowNumber}`, windowNumber, again: false },
  at: new Date(now.getTime() - secondsAgo * 1000).toISOString(),
});

function aSpeaker({ open = true, missing = '' } = {}) {
  const said: string[] = [];
  let atOnce = 0;
  const voice = {
    open: async () => open,
    async say(language: string, clips: readonly string[]) {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await Promise.resolve();
      atOnce -= 1;
      if (language === missing) throw new Error('no clip');
      said.push(`${language}: ${clips.join(' ')}`);
    },
  };
  const told: (string | undefined)[] = [];
  const speaker = createSpeaker({ voice, now: () => now, tell: (saying) => told.push(saying?.call.number) });
  const quiet = () =>
    vi.waitFor(() => expect([told.length > 0, told.at(-1)]).toEqual([true, undefined]), 30_000);
  return { said, told, speaker, quiet };
}

test('a call is a chime and then the sentence twice, its figures one by one', async () => {
  const { said, speaker, quiet } = aSpeaker();
  speaker.speak([call('A036', 3)]);
  await quiet();
  expect(said).toEqual(['zh: chime please A 0 3 6 to window-3', 'zh: please A 0 3 6 to window-3']);
});
test('in a hall of several languages each further one is said once', async () => {
  const { said, speaker, quiet } = aSpeaker();
  speaker.speakIn(['zh', 'yue', 'en']);
  speaker.speak([call('B007', 12)]);
  await quiet();
  expect(said.map((line) => line.slice(0, 3))).toEqual(['zh:', 'zh:', 'yue', 'en:']);
});
test('calls of several windows wait for each other and none is lost', async () => {
  const { said, told, speaker, quiet } = aSpeaker();
  for (let window = 1; window <= 10; window += 1) speaker.speak([call(`A00${window % 10}`, window)]);
  await quiet();
  expect(said.filter((line) => line.includes('chime'))).toHaveLength(10);
  expect(told.slice(0, 3)).toEqual(['A001', 'A001', 'A002']);
});
test('a call that waited a minute for its turn is left to the board', async () => {
  const { said, speaker, quiet } = aSpeaker();
  speaker.speak([call('A001', 1, 61), call('A002', 2)]);
  await quiet();
  expect(said.join(' ')).not.toContain('0 0 1');
  expect(said).toHaveLength(2);
});
test('a voice without its clips stays silent and the others are heard', async () => {
  const { said, speaker, quiet } = aSpeaker({ missing: 'yue' });
  speaker.speakIn(['zh', 'yue', 'en']);
  speaker.speak([call('A001', 1)]);
  await quiet();
  expect(said.map((line) => line.slice(0, 2))).toEqual(['zh', 'zh', 'en']);
});
test('while the browser lets no sound out nothing is said', async () => {
  const { said, speaker, quiet } = aSpeaker({ open: false });
  speaker.speak([call('A001', 1)]);
  await quiet();
  expect(said).toEqual([]);
});
