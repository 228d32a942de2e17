import type { ScreenShow } from '@tongban/contract';

/** What waits for the person's answer. */
export type ToAnswer = Extract<ScreenShow, { kind: 'confirm' | 'collect' }>;
