import { en } from './words-en.ts';
import { zh } from './words-zh.ts';

export type Language = 'zh' | 'en';
export type KioskWords = typeof zh;

/** The words of the kiosk in the chosen language. */
export const words: Readonly<Record<Language, KioskWords>> = { zh, en };
