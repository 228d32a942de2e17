/** 身份: real-name citizens, staff with posts, sessions. */

export type { NewStaff } from './accounts.ts';
export type { Person } from './people.ts';
export {
  createRegisterHttp,
  createRegisterSimulator,
} from './ports/population-register.ts';
export { createSmsHttp, createSmsSimulator } from './ports/sms.ts';
export { identityHttp } from './routes.ts';
export { createIdentity, type Identity, type IdentityPorts } from './service.ts';
