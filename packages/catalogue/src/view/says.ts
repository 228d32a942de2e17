import type { ItemFolder } from '../definition.ts';

/** The keys under which text.en.yaml may translate what the guide says: layer:id, and layer:id.next for what to do instead. */
export function sayKeys({ guide, item }: ItemFolder): string[] {
  return [
    ...(guide.route ?? []).map(({ to }) => `route:${to}`),
    ...(guide.eligibility ?? []).flatMap(({ id }) => [`eligibility:${id}`, `eligibility:${id}.next`]),
    ...(guide.channel ?? []).map(({ id }) => `channel:${id}`),
    ...(guide.limit ?? []).map(({ id }) => `limit:${id}`),
    ...item.fees.map(({ id }) => `fee:${id}`),
  ];
}
