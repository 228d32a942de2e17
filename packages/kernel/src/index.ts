export { type CaseNumberParts, type CaseNumberRoot, caseNumber, findCaseNumberParts } from './case-number.ts';
export { citizenCheck } from './check-characters.ts';
export {
  type CitizenNumber,
  type CitizenNumberFault,
  checkCitizenNumber,
  isOldPermanentResidentNumber,
  type NumberHolder,
  type Sex,
} from './citizen-number.ts';
export type { Clock } from './clock.ts';
export {
  compactDay,
  type Day,
  endOfDay,
  findCompactDay,
  type Instant,
  isDay,
  shanghaiDay,
  startOfDay,
} from './day.ts';
export { type ItemCode, type ItemCodeFault, parseItemCode } from './item-code.ts';
export {
  checkLicenceIdentifier,
  type LicenceIdentifierFault,
  type LicenceParts,
  licenceIdentifier,
} from './licence-identifier.ts';
export { maskCitizenNumber, maskName, maskPhone, type Secret, secret } from './mask.ts';
export {
  checkOrganisationCode,
  checkUscc,
  type OrganisationCode,
  type OrganisationCodeFault,
  type Uscc,
} from './organisation-code.ts';
export { type Fault, Problem, type ProblemKind } from './problem.ts';
export {
  checkPublicNumber,
  groupedNumber,
  type PublicNumberFault,
  publicNumber,
  randomPublicNumber,
} from './public-number.ts';
export type { RandomBytes } from './random.ts';
export { createUuids, isUuid } from './uuid.ts';
export { type ContentWords, contentWords, type Words } from './words.ts';
