/** What a clerk does with the ticket in hand. */
export type Act =
  | { act: 'start' }
  | { act: 'miss' }
  | { act: 'park'; minutes: number; note?: string }
  | { act: 'transfer'; window?: string; item?: string; keepPlace: boolean; note?: string }
  | { act: 'finish'; next: boolean };
