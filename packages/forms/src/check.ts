import type { Words } from '@tongban/kernel';
import { checkCitizenNumber, checkUscc, isDay, isOldPermanentResidentNumber } from '@tongban/kernel';
import type { Form, FormValues, Question } from './form.ts';

/** 填写问题: one answer to mend, told in the same words beside the field and in the summary. */
export type FormFault = { readonly pointer: string; readonly code: string; readonly message: Words };

type Wrong = { readonly code: string; readonly message: Words };

const NAME_MAX = 50;
const TEXT_MAX = 200;
const LONG_TEXT_MAX = 2000;

/** Checks every answer a form asks for; nothing returned means it may be submitted. */
export function checkForm(form: Form, values: FormValues): FormFault[] {
  return form.questions.flatMap((question) => {
    const wrong = checkAnswer(question, values[question.id] ?? '');
    return wrong === undefined ? [] : [{ pointer: pointerOf(question), ...wrong }];
  });
}

/** Where a fault points: the JSON pointer of the answer in the values. */
export function pointerOf(question: Question): string {
  return `/${question.id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Checks one answer; undefined when it is fine. A screen asks this as the person leaves the field. */
export function checkAnswer(question: Question, answer: string): Wrong | undefined {
  if (answer.trim() === '') return question.required ? empty(question) : undefined;
  switch (question.kind) {
    case 'name':
      return checkName(answer);
    case 'citizen-number':
      return checkNumber(answer);
    case 'uscc':
      return checkCode(answer);
    case 'phone':
      return checkPhone(answer);
    case 'date':
      return isDay(answer) ? undefined : dateWrong(question);
    case 'number':
      return checkAmount(question, answer);
    case 'choice':
    case 'division':
    case 'declaration':
      return isOffered(question, answer) ? undefined : empty(question);
    case 'long-text':
      return checkLength(question, answer, LONG_TEXT_MAX);
    case 'enterprise-name':
    case 'address-detail':
    case 'text':
      return checkLength(question, answer, TEXT_MAX);
  }
}

/** Whether an answer picked from a list is on it. */
function isOffered({ kind, options }: Question, answer: string): boolean {
  if (kind === 'declaration') return answer === 'yes';
  if (kind === 'division') return /^\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/.test(answer);
  return options === undefined || options.includes(answer);
}

function wrong(code: string, zh: string, en: string): Wrong {
  return { code: `form.${code}`, message: { zh, en } };
}

function empty({ kind, label }: Question): Wrong {
  const en = label.en ?? label.zh;
  if (kind === 'declaration') return wrong('not-declared', `勾选“${label.zh}”`, `Tick “${en}”`);
  if (kind === 'choice' || kind === 'division') return wrong('empty', `选择${label.zh}`, `Choose: ${en}`);
  return wrong('empty', `填写${label.zh}`, `Enter: ${en}`);
}

function checkName(answer: string): Wrong | undefined {
  if (Array.from(answer).length > NAME_MAX) {
    return wrong('name-length', `姓名最多 ${NAME_MAX} 个字`, `A name has at most ${NAME_MAX} characters`);
  }
  return /\d/.test(answer)
    ? wrong('name-digit', '姓名里有数字，请核对', 'The name contains a digit; check it')
    : undefined;
}

function checkNumber(answer: string): Wrong | undefined {
  if (isOldPermanentResidentNumber(answer)) return undefined;
  const verdict = checkCitizenNumber(answer);
  return verdict.ok ? undefined : wrong(`citizen-number-${verdict.why}`, verdict.message, verdict.messageEn);
}

function checkCode(answer: string): Wrong | undefined {
  const verdict = checkUscc(answer);
  return verdict.ok ? undefined : wrong(`uscc-${verdict.why}`, verdict.message, verdict.messageEn);
}

function checkPhone(answer: string): Wrong | undefined {
  if (!/^\d{11}$/.test(answer)) {
    return wrong('phone-length', '手机号码应为 11 位数字', 'A mobile number has 11 digits');
  }
  return answer.startsWith('1')
    ? undefined
    : wrong('phone-start', '手机号码应以 1 开头，请核对', 'A mobile number begins with 1; check it');
}

function dateWrong({ label }: Question): Wrong {
  return wrong(
    'date',
    `${label.zh}要写成年-月-日，例如 2026-01-05`,
    'Write the date as year-month-day, for example 2026-01-05',
  );
}

function checkAmount({ label }: Question, answer: string): Wrong | undefined {
  return Number.isFinite(Number(answer))
    ? undefined
    : wrong('number', `${label.zh}要填数字`, `${label.en ?? label.zh} must be a number`);
}

function checkLength({ label }: Question, answer: string, most: number): Wrong | undefined {
  if (Array.from(answer).length <= most) return undefined;
  return wrong(
    'text-length',
    `${label.zh}最多 ${most} 个字，写短一些`,
    `${label.en ?? label.zh} has at most ${most} characters; shorten it`,
  );
}
