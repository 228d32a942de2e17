import { compileItem } from '../compile-item.ts';
import type { ItemEdition } from '../edition.ts';
import type { Finding } from '../finding.ts';
import type { ReadItem } from '../read/read-folder.ts';
import type { LintContext } from './context.ts';
import { lintEnglish, missingEnglish } from './english.ts';
import { lintFolder } from './folder-rules.ts';
import { lintGuide, problemFindings } from './guide-rules.ts';
import { lintItemFile } from './item-rules.ts';
import { limitFaults, plainFaults, readingEase } from './plain-words.ts';
import { createReport, type Report } from './report.ts';
import { unknownSources } from './sources.ts';
import { citizenTexts } from './texts.ts';

/** Every rule of production, plain language and the guide on one item; errors keep the item from being loaded. */
export function lintItem(read: ReadItem, context: LintContext): Finding[] {
  return judgeItem(read, context).findings;
}

/** An item compiled and held against every rule; `edition` is absent when its guide does not compile. */
type Judgement = { findings: Finding[]; edition?: ItemEdition };

export function judgeItem(read: ReadItem, context: LintContext): Judgement {
  const findings: Finding[] = [];
  const report = createReport(read, 'error', findings);
  lintItemFile(read, context, report);
  lintFolder({ read, context, report });
  lintSources(read, context, report);
  lintEnglish(read, report);
  lintWords(read, context, report);
  const note = createReport(read, 'note', findings);
  noteEase(read, note);
  const compiled = compileItem(read.folder);
  if (!compiled.ok) return { findings: [...findings, ...problemFindings(read, compiled.problems)] };
  noteEnglish(compiled.edition, note);
  return { findings: [...findings, ...lintGuide(read, compiled.edition)], edition: compiled.edition };
}

function lintSources(read: ReadItem, context: LintContext, report: Report): void {
  for (const part of ['item', 'guide', 'materials', 'form'] as const) {
    for (const { path, message } of unknownSources(read.folder[part], context)) {
      report('source.known', { part, path }, message);
    }
  }
}

function lintWords(read: ReadItem, context: LintContext, report: Report): void {
  for (const { part, path, text } of citizenTexts(read)) {
    const limit = part === 'guide' && path[0] === 'limit' ? limitFaults(text) : [];
    for (const { rule, message } of [...plainFaults(text, context.words), ...limit]) {
      report(rule, { part, path }, message);
    }
  }
}

function noteEnglish(edition: ItemEdition, report: Report): void {
  const missing = missingEnglish(edition);
  if (missing.length === 0) return;
  const some = missing.slice(0, 3).map((text) => `“${text}”`);
  report(
    'english.missing',
    { part: 'english', path: [] },
    `英文还缺 ${missing.length} 处：${some.join('、')}`,
  );
}

function noteEase(read: ReadItem, report: Report): void {
  const { score, meanSentence, commonShare } = readingEase(citizenTexts(read).map(({ text }) => text));
  const message = `易读分 ${score}（每句平均 ${meanSentence} 字，常用字占 ${Math.round(commonShare * 1000) / 10}%）`;
  report('plain.ease', { part: 'item', path: [] }, message);
}
