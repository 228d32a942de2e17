import type { IdentityCard } from '@tongban/contract';

/** Waits before the agent is asked again after it could not be reached. */
const retryMs = 3000;
type Told = { readonly card: (card: IdentityCard) => void; readonly away: (away: boolean) => void };

/**
 * 读卡程序: listens to the card reader's agent on this machine until the signal ends it. `GET /v1/card` answers 200 with
 * a card as soon as one is laid on, 204 when none was for a while.
 */
export async function watchCards(port: number, told: Told, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/card`, { signal, credentials: 'omit' });
      if (!answer.ok) throw new Error(`the card reader answered ${answer.status}`);
      const card = answer.status === 204 ? undefined : cardFrom(await answer.json());
      told.away(false);
      if (card !== undefined) told.card(card);
    } catch {
      if (signal.aborted) return;
      told.away(true);
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

/** A card as far as the agent told it; what is no card is a fault of the agent. */
function cardFrom(told: unknown): IdentityCard {
  const { name, citizenNumber } = (told ?? {}) as Partial<Record<'name' | 'citizenNumber', unknown>>;
  if (typeof name === 'string' && typeof citizenNumber === 'string') return { name, citizenNumber };
  throw new Error('the card reader told no card');
}
