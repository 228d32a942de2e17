/** @jsxImportSource preact */
import { type CodeSent, identityRoutes } from '@tongban/contract';
import { checkCitizenNumber } from '@tongban/kernel';
import type { FieldFault } from '@tongban/ui';
import { first, safeNext } from '../address.ts';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { personPage, phonePage, type Typed } from './sign-in-pages.tsx';

/** 登录: phone first, then the code with name and number; nothing typed is ever cleared. */
export function showSignIn(visit: Visit): PageAnswer {
  const next = safeNext(first(visit.query, 'next'));
  return visit.session.kind === 'citizen' ? leadTo(visit, next) : phonePage(visit, { ...blank, next }, []);
}

export function takeSignIn(visit: Visit): Promise<PageAnswer> {
  return first(visit.request.form, 'step') === 'person' ? takePerson(visit) : takePhone(visit);
}

export async function signOut(visit: Visit): Promise<PageAnswer> {
  if (visit.session.kind !== 'anyone') await visit.call(identityRoutes.signOut, {});
  return leadTo({ ...visit, session: { kind: 'anyone' } }, '/');
}

const blank: Typed = {
  phone: '',
  code: '',
  name: '',
  citizenNumber: '',
  next: '/',
  sentTo: '',
  simulatorCode: undefined,
};

async function takePhone(visit: Visit): Promise<PageAnswer> {
  const typed = typedIn(visit);
  if (typed.phone.trim() === '')
    return phonePage(visit, typed, [
      { id: 'phone', message: visit.say('填写手机号码', 'Enter your mobile number') },
    ]);
  try {
    const sent: CodeSent = await visit.call(identityRoutes.sendCode, { body: { phone: typed.phone } });
    return personPage(visit, { ...typed, sentTo: sent.sentTo, simulatorCode: sent.simulatorCode }, []);
  } catch (error) {
    return phonePage(visit, typed, faultsFrom(error, 'phone'));
  }
}

async function takePerson(visit: Visit): Promise<PageAnswer> {
  const typed = typedIn(visit);
  const faults = missing(visit, typed);
  if (faults.length > 0) return personPage(visit, typed, faults);
  const { phone, code, name, citizenNumber } = typed;
  try {
    await visit.call(identityRoutes.signInCitizen, { body: { phone, code, name, citizenNumber } });
    return leadTo(visit, typed.next);
  } catch (error) {
    return personPage(visit, typed, faultsFrom(error, 'code'));
  }
}

/** What can be said without asking anyone: what is empty, and which digit of the number does not fit. */
function missing({ say }: Visit, typed: Typed): FieldFault[] {
  const checked = checkCitizenNumber(typed.citizenNumber);
  return [
    ...(typed.code.trim() === ''
      ? [{ id: 'code', message: say('填写短信里的验证码', 'Enter the code from the text message') }]
      : []),
    ...(typed.name.trim() === '' ? [{ id: 'name', message: say('填写姓名', 'Enter your name') }] : []),
    ...(typed.citizenNumber.trim() === ''
      ? [{ id: 'citizenNumber', message: say('填写身份证号码', 'Enter your ID number') }]
      : checked.ok
        ? []
        : [{ id: 'citizenNumber', message: say(checked.message, checked.messageEn) }]),
  ];
}

function typedIn({ request: { form } }: Visit): Typed {
  const read = (key: string, most: number) => (first(form, key) ?? '').slice(0, most);
  const simulated = read('simulatorCode', 12);
  return {
    phone: read('phone', 20),
    code: read('code', 12),
    name: read('name', 40),
    citizenNumber: read('citizenNumber', 24),
    next: safeNext(first(form, 'next')),
    sentTo: read('sentTo', 20),
    simulatorCode: simulated === '' ? undefined : simulated,
  };
}
