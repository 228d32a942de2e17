/** Which forum an order taken now belongs to: the first that is open, unless another or none (an empty text) was chosen. */
export function forumFor(
  chosen: string | undefined,
  open: readonly { readonly forum: string }[],
): string | undefined {
  if (chosen === undefined) return open[0]?.forum;
  return open.find(({ forum }) => forum === chosen)?.forum;
}
