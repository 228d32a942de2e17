import { clipsOf, type SpokenLanguage } from '@tongban/queueing';
import type { Spoken } from './standing.ts';
import type { Voice } from './voice.ts';

/** 一句话: what is being said now, for the caption and the light. */
export type Saying = {
  readonly call: Spoken;
  readonly language: SpokenLanguage;
  readonly clips: readonly string[];
};
type Surroundings = {
  readonly voice: Pick<Voice, 'say' | 'open'>;
  readonly now: () => Date;
  readonly tell: (saying: Saying | undefined) => void;
};

/** A call that waited longer than this for its turn is no longer spoken; it stands on the board. */
const spokenWithinMs = 60_000;

/**
 * 播报: speaks calls one after another, never two at once: a chime, then the sentence twice in the hall's first language
 * and once in each further one.
 */
export function createSpeaker({ voice, now, tell }: Surroundings) {
  const waiting: Spoken[] = [];
  let languages: readonly SpokenLanguage[] = ['zh'];
  let speaking = false;
  const run = async () => {
    speaking = true;
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
      if (now().getTime() - Date.parse(call.at) > spokenWithinMs) continue;
      if (await voice.open()) await speakOne(call);
    }
    speaking = false;
    tell(undefined);
  };
  const speakOne = async (call: Spoken) => {
    const [first = 'zh'] = languages;
    const sentences = [first, ...languages].map((language) => ({
      call,
      language,
      clips: clipsOf(call, language),
    }));
    for (const [at, saying] of sentences.entries()) {
      tell(saying);
      const clips = at === 0 ? ['chime', ...saying.clips] : saying.clips;
      // A voice whose clips are missing stays silent; the others are heard.
      await voice.say(saying.language, clips).catch(() => undefined);
    }
  };
  return {
    speakIn(next: readonly SpokenLanguage[]): void {
      languages = next;
    },
    speak(calls: readonly Spoken[]): void {
      waiting.push(...calls);
      if (!speaking) void run();
    },
  };
}
