import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sentences } from './sentences.ts';

test('every refusal of this module is said in English too', () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => /(?<!test|fixture)\.ts$/.test(name));
  const texts = sources.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  const problems = texts.matchAll(/(?:new Problem|at\('[^']*',|throw at\()\s*\(?\s*'(cases\.[a-z-]+)'/g);
  const codes = [...new Set([...problems].map(([, code = '']) => code))];
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in sentences))).toEqual([]);
});
