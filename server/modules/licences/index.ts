/** 电子证照: the wallet of every person, licences issued by the bureau, and who used which licence why. */

export { remindExpiring } from './expiring.ts';
export type { Held, NewLicence } from './model.ts';
export { licencesHttp } from './routes.ts';
export { dataFor } from './rules.ts';
export { licencesBytes } from './sealed.ts';
export { createLicences, type Licences } from './service.ts';
export { tellFamilies } from './telling.ts';
