import { expect, test } from 'vitest';
import { withPhrase } from './phrases.ts';

test('a phrase is added once', () => {
  const once = withPhrase('艇太长', '桨断了');
  expect(once).toBe('艇太长\n桨断了');
  expect(withPhrase(once, '桨断了')).toBe(once);
});
