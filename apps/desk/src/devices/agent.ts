import type { IdentityCard } from '@tongban/contract';

/** Waits before the agent is asked again after it could not be reached. */
const retryMs = 3000;

export type AgentState = 'ready' | 'away';
type Told = { readonly card: (card: IdentityCard) => void; readonly state: (state: AgentState) => void };

/**
 * 读卡程序: listens to the card reader's agent on this machine until the signal ends it. `GET /v1/card` answers 200 with
 * a card as soon as one is laid on, 204 when none was for a while. The agent names our origin in
 * `Access-Control-Allow-Origin`, so that no other page can read cards.
 */
export async function watchCards(port: number, told: Told, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const card = await nextCard(port, signal);
      if (signal.aborted) return;
      told.state('ready');
      if (card !== undefined) told.card(card);
    } catch {
      if (signal.aborted) return;
      told.state('away');
      await pause(signal);
    }
  }
}

async function nextCard(port: number, signal: AbortSignal): Promise<IdentityCard | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/card`, { signal, credentials: 'omit' });
  if (answer.status === 204) return undefined;
  if (!answer.ok) throw new Error(`the card reader answered ${answer.status}`);
  return cardFrom(await answer.json());
}

/** A card as far as the agent told it; what is no card is a fault of the agent. */
function cardFrom(told: unknown): IdentityCard {
  if (typeof told !== 'object' || told === null) throw new Error('the card reader told no card');
  const text = (key: string): string | undefined => {
    const value = Object.hasOwn(told, key) ? (told as Record<string, unknown>)[key] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [name, citizenNumber] = [text('name'), text('citizenNumber')];
  if (name === undefined || citizenNumber === undefined) throw new Error('the card reader told half a card');
  const [address, photo] = [text('address'), text('photo')];
  return {
    name,
    citizenNumber,
    ...(address === undefined ? {} : { address }),
    ...(photo === undefined ? {} : { photo }),
  };
}

function pause(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(done, retryMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
