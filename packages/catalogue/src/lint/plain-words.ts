import type { ForbiddenWords } from '../reference/words.ts';
import { commonCharacters } from './common-characters.ts';

/** 大白话: what keeps a text from being understood at first reading. */
type PlainFault = { rule: string; message: string };

const defaultLimits: ForbiddenWords['limits'] = { sentence: 30, sentences_per_paragraph: 3 };

export function plainFaults(text: string, words: ForbiddenWords | undefined): PlainFault[] {
  const limits = words?.limits ?? defaultLimits;
  const sentences = sentencesOf(text);
  return [
    ...forbidden(text, sentences, words),
    ...sentences.flatMap((sentence) => sentenceFaults(sentence, limits.sentence)),
    ...bracketFaults(text),
    ...paragraphFaults(text, limits.sentences_per_paragraph),
  ];
}

function forbidden(text: string, sentences: string[], words: ForbiddenWords | undefined): PlainFault[] {
  return (words?.words ?? [])
    .filter((entry) => entry.in === undefined || entry.in.includes('content'))
    .filter((entry) =>
      entry.at === 'end-of-list'
        ? sentences.some((sentence) => endsList(sentence, entry.word))
        : text.includes(entry.word),
    )
    .map(({ word, instead, why }) => ({
      rule: 'plain.word',
      message: `不写“${word}”：${why}。改为：${instead}`,
    }));
}

function endsList(sentence: string, word: string): boolean {
  return sentence.includes('、') && sentence.endsWith(word);
}

function sentenceFaults(sentence: string, longest: number): PlainFault[] {
  const faults: PlainFault[] = [];
  const length = hanCount(sentence);
  if (length > longest) {
    faults.push({
      rule: 'plain.sentence',
      message: `这句话 ${length} 个字，超过 ${longest} 个，拆成两句：“${shorten(sentence)}”`,
    });
  }
  const pleas = sentence.match(/(?<![申邀聘])请(?![示求领假])/g)?.length ?? 0;
  if (pleas > 1)
    faults.push({
      rule: 'plain.please',
      message: `一句话里有 ${pleas} 个“请”，直接说做什么：“${shorten(sentence)}”`,
    });
  return faults;
}

function bracketFaults(text: string): PlainFault[] {
  return hasNestedBrackets(text) ? [{ rule: 'plain.brackets', message: '括号里不再套括号' }] : [];
}

function hasNestedBrackets(text: string): boolean {
  return /[（(][^）)]*[（(]/.test(text);
}

function paragraphFaults(text: string, most: number): PlainFault[] {
  const count = Math.max(0, ...text.split('\n').map((paragraph) => sentencesOf(paragraph).length));
  if (count <= most) return [];
  return [{ rule: 'plain.paragraph', message: `一段有 ${count} 句话，超过 ${most} 句，分段写` }];
}

/** A number of days said to the citizen names working or natural days, so that it can be counted. */
export function limitFaults(text: string): PlainFault[] {
  if (!/\d/.test(text) || /\d\s*(个?工作日|个?自然日|天|日|小时|分钟|个月|年|周)/.test(text)) return [];
  return [{ rule: 'plain.limit', message: `时限要有单位：“${shorten(text)}”` }];
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[。！？!?；;\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

/** 易读分 (0–100) with the two measures behind it. */
type ReadingEase = { score: number; meanSentence: number; commonShare: number };

/** Short sentences of common characters read easily: 100 at eight characters a sentence with no rare one, three points less for each more. */
export function readingEase(texts: readonly string[]): ReadingEase {
  const sentences = texts.flatMap(sentencesOf).filter((sentence) => hanCount(sentence) > 0);
  const characters = sentences.flatMap((sentence) => sentence.match(/\p{Script=Han}/gu) ?? []);
  if (characters.length === 0) return { score: 100, meanSentence: 0, commonShare: 1 };
  const meanSentence = characters.length / sentences.length;
  const commonShare = characters.filter((each) => commonCharacters.has(each)).length / characters.length;
  const score = 100 - Math.max(0, meanSentence - 8) * 3 - (1 - commonShare) * 500;
  return {
    score: Math.round(Math.min(100, Math.max(0, score))),
    meanSentence: Math.round(meanSentence * 10) / 10,
    commonShare: Math.round(commonShare * 1000) / 1000,
  };
}
