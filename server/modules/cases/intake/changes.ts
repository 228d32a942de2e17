import { SittingChange } from '@tongban/contract';
import { topic } from '../../../platform/index.ts';

/** That a sitting has changed, e.g. since the person has signed; carries nothing else. */
export const sittingTopic = topic('cases.sitting', SittingChange);
