/** The row a step away from the picked one; at the ends it stays, and with none picked it begins at the edge. */
export function stepIn(ids: readonly string[], picked: string | undefined, by: 1 | -1): string | undefined {
  const at = picked === undefined ? -1 : ids.indexOf(picked);
  if (at === -1) return by === 1 ? ids[0] : ids.at(-1);
  return ids[Math.max(0, Math.min(ids.length - 1, at + by))];
}
