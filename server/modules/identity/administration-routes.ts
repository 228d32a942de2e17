import { accessRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Administration } from './administration.ts';

const sentences = {
  'identity.account': { zh: '没有这个账号', en: 'There is no such account' },
  'identity.assignment': { zh: '没有这个岗位，或任期已过', en: 'There is no such post, or it has ended' },
  'identity.own-account': {
    zh: '不能改自己的账号和岗位，请另一位安全管理员办',
    en: 'Nobody changes their own account or posts; ask another security administrator',
  },
  'identity.separation': {
    zh: '系统管理员、安全管理员、审计员要由不同的人担任，先免去原来的岗位',
    en: 'System, security and audit administrator must be different people; end the other post first',
  },
  'identity.organisation': {
    zh: '没有这个机构，重新选一个',
    en: 'There is no such organisation; choose another',
  },
  'identity.until': {
    zh: '任期的最后一天已经过了，改成今天或以后',
    en: 'That last day has passed; choose today or a later one',
  },
  'identity.role': { zh: '没有这种岗位，重新选一个', en: 'There is no such post; choose another' },
  'identity.number-taken': {
    zh: '这个号码登在另一个账号上。一个人只用一个账号，先核对是谁的',
    en: 'Another account has this number. One person uses one account; check whose it is',
  },
  'identity.suspended': {
    zh: '账号已停用，联系本单位安全管理员',
    en: 'This account is suspended; ask your security administrator',
  },
};

/** Serves the accounts of staff to the security administrator. */
export function accountsHttp(http: Http, administration: Administration): void {
  http.addSentences(sentences);
  serve(http, accessRoutes.accounts, ({ query }) => administration.list(query.q));
  serve(http, accessRoutes.appoint, ({ params, body }, caller, { transaction, about }) => {
    about(`person:${params.person}`, body.role);
    return transaction(async (tx) => ({
      assignment: await administration.appoint(tx, caller, { ...params, ...body }),
    }));
  });
  serve(http, accessRoutes.dismiss, ({ params }, caller, { transaction, about }) => {
    about(`assignment:${params.assignment}`);
    return transaction((tx) => administration.dismiss(tx, caller, params.assignment));
  });
  serve(http, accessRoutes.setNumber, ({ params, body }, caller, { transaction, about }) => {
    about(`person:${params.person}`);
    return transaction((tx) => administration.setNumber(tx, caller, { ...params, ...body }));
  });
  serve(http, accessRoutes.suspend, ({ params, body }, caller, { transaction, about }) => {
    about(`person:${params.person}`, body.reason);
    return transaction((tx) => administration.suspend(tx, caller, { ...params, ...body }));
  });
}
