import type { Draft, FormPage, FormQuestion, Values } from '@tongban/contract';
import { checkAnswer } from '@tongban/forms';

/** 填写项: one box of the form as the window sees it. */
export type Box = {
  readonly question: FormQuestion;
  readonly page: string;
  readonly value: string;
  /** Where a value that is already there came from; gone once somebody changed it. */
  readonly from?: string;
  /** What is wrong with it; a declaration is the person's own and never ours to tick. */
  readonly wrong?: string;
};

export type BoxPage = { readonly id: string; readonly title: string; readonly boxes: readonly Box[] };

/** Lays the form of a draft out with what was typed since; declarations wait for the second screen. */
export function boxPages(draft: Draft, typed: Values): BoxPage[] {
  return draft.pages
    .map((page) => ({
      id: page.id,
      title: page.title.zh,
      boxes: page.questions
        .filter(({ kind }) => kind !== 'declaration')
        .map((question) => boxOf(draft, page, { question, typed: typed[question.id] })),
    }))
    .filter(({ boxes }) => boxes.length > 0);
}

/** 声明: what the person declares by signing. */
export function declarationsOf(draft: Draft): string[] {
  return draft.pages.flatMap(({ questions }) =>
    questions.filter(({ kind }) => kind === 'declaration').map(({ label }) => label.zh),
  );
}

/** The boxes that still stop the draft from being handed in, in the order of the form. */
export function openBoxes(pages: readonly BoxPage[]): Box[] {
  return pages.flatMap(({ boxes }) => boxes.filter(({ wrong }) => wrong !== undefined));
}

/** The box to go to on Enter: the next open one, round the end; none when the form is complete. */
export function nextBox(pages: readonly BoxPage[], from: string): Box | undefined {
  const all = pages.flatMap(({ boxes }) => boxes);
  const here = all.findIndex(({ question }) => question.id === from);
  const after = [...all.slice(here + 1), ...all.slice(0, here + 1)];
  return after.find(({ wrong }) => wrong !== undefined);
}

function boxOf(
  draft: Draft,
  page: FormPage,
  { question, typed }: { question: FormQuestion; typed: string | undefined },
): Box {
  const kept = draft.values[question.id] ?? '';
  const value = typed ?? kept;
  const from = value === kept ? draft.provenance[question.id]?.from.zh : undefined;
  const wrong = checkAnswer({ ...question, page: page.id, prefill: [] }, value)?.message.zh;
  return {
    question,
    page: page.id,
    value,
    ...(from === undefined ? {} : { from }),
    ...(wrong === undefined ? {} : { wrong }),
  };
}
