import { describe, expect, test } from 'vitest';
import { tokensCss } from './css.ts';
import { colours } from './tokens.ts';

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe('tokens', () => {
  test.each([
    ['ink', 'paper'],
    ['ink-2', 'surface'],
    ['ink-3', 'paper'],
    ['brand-700', 'paper'],
    ['paper', 'brand-700'],
    ['paper', 'brand-900'],
    ['danger', 'danger-bg'],
    ['warn', 'warn-bg'],
    ['ok', 'ok-bg'],
    ['gold', 'paper'],
  ] as const)('%s on %s can be read: at least 4.5 to 1', (front, back) => {
    expect(contrast(colours[front], colours[back])).toBeGreaterThanOrEqual(4.5);
  });

  test('the large-print mode re-binds sizes and nothing else but ink', () => {
    const elder = /\[data-mode=elder\]\{([^}]*)\}/.exec(tokensCss())?.[1] ?? '';
    expect(elder.split(';').map((line) => line.split(':')[0])).toEqual([
      '--fs-1',
      '--fs-2',
      '--fs-3',
      '--fs-4',
      '--fs-5',
      '--tap',
      '--ink-2',
      '--ink-3',
    ]);
  });
});
