import { noticesRoutes } from '@tongban/contract';
import { first } from '../address.ts';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { settingsPage } from './notice-settings.tsx';

/** 填邮箱、确认邮箱、不再用邮箱: each its own button of one address. */
export async function takeMail(visit: Visit): Promise<PageAnswer> {
  const { form = [] } = visit.request;
  const wish = first(form, 'do');
  try {
    if (wish === 'leave') await visit.call(noticesRoutes.leaveMail, {});
    else if (wish === 'confirm')
      await visit.call(noticesRoutes.confirmMail, { body: { code: first(form, 'code') ?? '' } });
    else return await sendCode(visit, first(form, 'address') ?? '');
  } catch (error) {
    return refused(visit, error, wish === 'confirm' ? 'code' : 'address');
  }
  return leadTo(visit, '/notices/settings?saved=yes');
}

async function sendCode(visit: Visit, address: string): Promise<PageAnswer> {
  const { simulatorCode, ...now } = await visit.call(noticesRoutes.claimMail, {
    body: { address: address === '' ? '-' : address },
  });
  return settingsPage(visit, { now, faults: [], simulatorCode });
}

/** A mail server that is away is said where the address stands, and the address is kept. */
async function refused(visit: Visit, error: unknown, field: string): Promise<PageAnswer> {
  const problem = findProblem(error);
  const faults =
    problem?.code === 'notices.mail-away'
      ? [{ id: field, message: problem.message }]
      : faultsFrom(error, field);
  const now = await visit.call(noticesRoutes.choice, {});
  return settingsPage(visit, { now, faults });
}
