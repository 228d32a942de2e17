import type { IdentityCard } from '@tongban/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { type AgentState, watchCards } from './agent.ts';
import { useWindowSettings } from './queries.ts';

/** 读卡器 as a screen sees it: how it stands, and in the demo the cards one may lay on. */
export type CardReader = {
  readonly state: AgentState | 'none' | 'simulated';
  readonly port?: number;
  /** 模拟读卡器: the cards in the tray; none with a real reader. */
  readonly tray: readonly IdentityCard[];
  /** Lays a card of the tray on the simulated reader. */
  readonly lay: (card: IdentityCard) => void;
};

/** Tells each identity card laid on the reader of this window, as long as the part that asks is shown. */
export function useCardReader(onCard: (card: IdentityCard) => void): CardReader {
  const { data } = useWindowSettings();
  const reader = data?.reader;
  const [agent, setAgent] = useState<AgentState>('ready');
  const tell = useEffectEvent(onCard);
  const port = reader?.kind === 'agent' ? reader.port : undefined;
  useEffect(() => {
    if (port === undefined) return undefined;
    const end = new AbortController();
    void watchCards(port, { card: (card) => tell(card), state: setAgent }, end.signal);
    return () => end.abort();
  }, [port]);
  if (port !== undefined) return { state: agent, port, tray: [], lay: onCard };
  if (reader?.kind === 'simulator') return { state: 'simulated', tray: reader.cards, lay: onCard };
  return { state: 'none', tray: [], lay: onCard };
}
