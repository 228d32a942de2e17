/** 电子证照: the wallet of every person, licences issued by the bureau, and who used which licence why. */
export { licenceIssued } from './events.ts';
export { licencesHttp } from './routes.ts';
export { dataFor, type LicenceData } from './rules.ts';
export type { ExistingLicence, Held, Issued, NewLicence } from './service.ts';
export { createLicences, type Licences } from './service.ts';
