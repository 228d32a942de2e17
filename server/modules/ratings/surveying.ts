import type { SurveyView } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';

type Answered = { survey: string; answers: readonly { question: string; level: number }[] };

/** 满意度问卷: each person once; the answers are only counted, so nobody can find out who gave which. */
export function createSurveying({ store, rules }: Parts) {
  const certain = (id: string) => {
    const survey = rules.surveys.find((one) => one.id === id);
    if (survey === undefined) throw new Problem('surveys.missing', 'missing', '没有这份问卷');
    return survey;
  };
  return {
    list: () =>
      rules.surveys.map(({ id: survey, title, title_en: en, questions }) => ({
        ...{ survey, title: { zh: title, en }, questions: questions.length },
      })),
    async get(caller: SignedIn, id: string): Promise<SurveyView> {
      const { title, title_en, questions } = certain(id);
      return {
        survey: id,
        title: { zh: title, en: title_en },
        questions: questions.map(({ id: question, ask, ask_en }) => ({
          question,
          ask: { zh: ask, en: ask_en },
        })),
        levels: rules.levels.map(({ code, name, name_en }) => ({
          level: code,
          name: { zh: name, en: name_en },
        })),
        answered: await store.hasTaken(id, caller.personId),
      };
    },
    async answer(tx: Tx, caller: SignedIn, { survey: id, answers }: Answered): Promise<{ answered: number }> {
      const { questions } = certain(id);
      const given = questions.map(({ id: question }) => ({
        question,
        level: answers.find((one) => one.question === question)?.level,
      }));
      const open = given.filter(({ level }) => level === undefined);
      if (open.length > 0) {
        const faults = open.map(({ question }) => ({
          ...{ pointer: `/answers/${question}`, code: 'open', message: '选一项' },
        }));
        throw new Problem('surveys.unanswered', 'invalid', '还有问题没有选，每个问题选一项', faults);
      }
      if (!(await store.takeSurvey(tx, id, caller.personId)))
        throw new Problem('surveys.taken', 'conflict', '您已经答过这份问卷，谢谢');
      await store.countAnswers(
        tx,
        id,
        given.flatMap(({ question, level }) => (level === undefined ? [] : [{ question, level }])),
      );
      return { answered: given.length };
    },
  };
}
