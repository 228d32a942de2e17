/** What speaks: a chime and clips joined without a gap, as loud as the hour allows. */
export type Voice = {
  /** Whether the browser lets sound out yet; a click on the page opens it. */
  readonly open: () => Promise<boolean>;
  /** Speaks one sentence of clips; resolves when it has been said. A missing clip leaves the sentence unsaid. */
  readonly say: (language: string, clips: readonly string[]) => Promise<void>;
  readonly loudness: (volume: number) => void;
};

const gapSeconds = 0.04;
const mostKept = 300;

/** 语音: plays the bureau's own clips of content/voices with Web Audio; each is fetched once. */
export function createVoice(): Voice {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.connect(context.destination);
  const kept = new Map<string, Promise<AudioBuffer>>();
  const clipOf = (address: string): Promise<AudioBuffer> => {
    const known = kept.get(address);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const fetched = fetchClip(context, address).catch((error: unknown) => {
      kept.delete(address);
      throw error;
    });
    kept.set(address, fetched);
    return fetched;
  };
  return {
    async open() {
      // Before somebody has touched the page, a browser never answers.
      await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 300))]);
      return context.state === 'running';
    },
    async say(language, clips) {
      const buffers = await Promise.all(clips.map((clip) => clipOf(`/voices/${language}/${clip}.ogg`)));
      let at = context.currentTime + gapSeconds;
      for (const buffer of buffers) {
        const source = context.createBufferSource();
        source.buffer = buffer;
        source.connect(gain);
        source.start(at);
        at += buffer.duration + gapSeconds;
      }
      await new Promise((resolve) => setTimeout(resolve, (at - context.currentTime) * 1000));
    },
    loudness(volume) {
      gain.gain.value = Math.min(1, Math.max(0, volume / 100));
    },
  };
}

async function fetchClip(context: AudioContext, address: string): Promise<AudioBuffer> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`no clip at ${address}`);
  return context.decodeAudioData(await answer.arrayBuffer());
}
