/** Hears what a stream tells; once it is lost it tells nothing more. */
export type Heard = { readonly onTold: (text: string) => void; readonly onLost: () => void };

/** Opens a stream of events. It is never reopened by the browser: a ticket is good once. */
export function follow(address: string, { onTold, onLost }: Heard): () => void {
  const source = new EventSource(address);
  source.onmessage = ({ data }) => onTold(String(data));
  source.onerror = () => {
    source.close();
    onLost();
  };
  return () => source.close();
}

/** 跟随变化: one stream at a time, opened when there is none and given up when it breaks. */
export function createStream<Kept>(open: (kept: Kept, lost: () => void) => Promise<() => void>) {
  let close: (() => void) | undefined;
  const leave = () => {
    close?.();
    close = undefined;
  };
  return {
    leave,
    async follow(kept: Kept): Promise<void> {
      close ??= await open(kept, leave);
    },
  };
}
