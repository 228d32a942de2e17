import Type from 'typebox';
import { topic } from '../../platform/index.ts';

/** A screen has been paired or released. */
export const screenTopic = topic('devices.screen', Type.Object({ changed: Type.Boolean() }));
