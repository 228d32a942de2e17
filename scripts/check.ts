import { checkAll } from './steps/check-all.ts';

/** npm run check: style, types, floors, dead code, copies, content. */
process.exitCode = checkAll().failed.length === 0 ? 0 : 1;
