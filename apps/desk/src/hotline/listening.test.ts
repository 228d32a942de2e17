import { describe, expect, test } from 'vitest';
import { emergencyIn, exclusionIn, tellingWords, titleFrom } from './listening.ts';

const terms = {
  emergencies: [{ number: '119' as const, name: '落水', words: ['翻船'], say: '我帮您转过去。' }],
  exclusions: [{ name: '诉讼', words: ['起诉'], say: '由法院处理。' }],
};

describe('while one types', () => {
  test('an emergency is heard with its number and the word that told of it', () => {
    expect(emergencyIn('湖心有人翻船了', terms)).toMatchObject({ word: '翻船', what: { number: '119' } });
    expect(emergencyIn('想租一条船', terms)).toBeUndefined();
  });
  test('what is before a court is told apart', () => {
    expect(exclusionIn('已经起诉了', terms)?.what.name).toBe('诉讼');
  });
  test('the first sentence is the title, cut where it is long', () => {
    expect(titleFrom(' 桨断了，没有人换。很着急')).toBe('桨断了');
    expect(titleFrom('桨'.repeat(80))).toHaveLength(30);
    expect(titleFrom('  ')).toBe('');
  });
  test('of the words that led to a guess those are shown that tell something', () => {
    expect(tellingWords(['桨', '的', '不', '码头'])).toEqual(['桨', '码头']);
  });
});
