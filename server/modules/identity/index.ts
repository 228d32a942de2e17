/** 身份: real-name citizens, staff with posts, sessions. */

export type { NewStaff } from './accounts.ts';
export { createAdministration } from './administration.ts';
export { accountsHttp } from './administration-routes.ts';
export { endExpiredSessions } from './expiring.ts';
export { createInventor, type Invented, inventedPersons } from './inventing.ts';
export type { Person } from './people.ts';
export {
  createRegisterHttp,
  createRegisterSimulator,
} from './ports/population-register.ts';
export { createSmsSimulator } from './ports/sms.ts';
export type { Relation } from './relations.ts';
export { identityHttp } from './routes.ts';
export { identityBytes } from './sealed.ts';
export { createIdentity, type Identity, type IdentityPorts } from './service.ts';
export type { StaffPost } from './staff.ts';
