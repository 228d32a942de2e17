import Type from 'typebox';
import { fact } from '../../platform/index.ts';

/** A paper has been sealed and waits to be printed. */
export const paperSealed = fact('files.paper-sealed', Type.Object({ paperId: Type.String() }));
