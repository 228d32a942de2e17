/** 转办: where to, for what, and from which place in the queue. */
export type Transfer = {
  readonly to: 'window' | 'item';
  /** A window; empty is any that serves the item. */
  readonly window: string;
  readonly item?: { readonly id: string; readonly name: string };
  readonly keepPlace: boolean;
  readonly note: string;
};

/** What is sent of it; nothing while the item is not chosen. */
export function bodyOf({ to, window, item, keepPlace, note }: Transfer) {
  if (to === 'item' && item === undefined) return undefined;
  return {
    act: 'transfer' as const,
    keepPlace,
    ...(to === 'item' && item !== undefined ? { item: item.id } : {}),
    ...(to === 'window' && window !== '' ? { window } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}
