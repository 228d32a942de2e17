import { describe, expect, test } from 'vitest';
import { fillWords, PAPERS, type PaperFacts, type PaperForm } from './papers.ts';

const facts: Required<PaperFacts> = {
  ...{ item: '皮划艇下水登记', result: '下水登记证', caseNumber: 'TB441920260302000001', office: '东湖' },
  ...{ phone: '0769-00000000', receivedOn: '3月2日', answerBy: '3月9日', promise: '3 个工作日' },
  ...{ dueOn: '3月5日', replyBy: '3月23日', reason: '没有编号', basis: '办法第三条' },
  ...{ procedure: '下水试验', days: '20 个工作日' },
};
const forms = Object.entries(PAPERS) as [string, PaperForm][];

describe('papers', () => {
  test.each(forms)('%s says everything with its facts put in', (_, form) => {
    const said = [...form.paragraphs, ...form.closing].map((text) => fillWords(text, facts)).join('');
    expect(said).not.toMatch(/[{}]|undefined/);
    expect(said).toContain('皮划艇下水登记');
    expect(form.rows.map(({ fact }) => fact)).toContain('caseNumber');
    expect(form.title.en).toMatch(/^[A-Z][A-Za-z -]+$/);
  });
  test('the papers that say no, and they alone, tell what can be done against it', () => {
    const remedied = forms.filter(([, form]) => form.remedies).map(([kind]) => kind);
    expect(remedied).toEqual(['non-acceptance', 'refusal']);
    for (const kind of ['non-acceptance', 'refusal'] as const) {
      expect(PAPERS[kind].rows.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['reason', 'basis']));
    }
  });
});
