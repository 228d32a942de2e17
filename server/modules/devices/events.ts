import Type from 'typebox';
import { topic } from '../../platform/index.ts';

/** A screen has been paired or released. */
export const screenTopic = topic('devices.screen', Type.Object({ changed: Type.Boolean() }));

/** A machine has been registered, asked to forget everything, or taken out; or a phone has agreed to a hand-off. */
export const deviceTopic = topic('devices.device', Type.Object({ changed: Type.Boolean() }));
