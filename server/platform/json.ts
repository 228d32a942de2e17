import { say } from './refusal.ts';

const deepest = 32;
const risky = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a JSON body; refuses what is not JSON, nested too deeply, or names the machinery of objects as a key. */
export function readJson(text: string, done: (error: Error | null, value?: unknown) => void): void {
  if (depthOf(text) > deepest) {
    done(say('request.too-deep', 'invalid'));
    return;
  }
  try {
    const value: unknown = JSON.parse(text);
    done(isSafe(value) ? null : say('request.malformed', 'invalid'), value);
  } catch {
    done(say('request.malformed', 'invalid'));
  }
}

/** How deeply brackets nest outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length && most <= deepest; at += 1) {
    const sign = text[at];
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted) depth += stepOf(sign);
    most = Math.max(most, depth);
  }
  return most;
}

function stepOf(sign: string | undefined): number {
  if (sign === '{' || sign === '[') return 1;
  return sign === '}' || sign === ']' ? -1 : 0;
}

/** Whether a value names no machinery of objects as a key and holds no NUL, which the database cannot keep. */
export function isSafe(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => !risky.has(key) && !key.includes('\0') && isSafe(one));
}
