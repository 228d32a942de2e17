/** 大厅里的机器: what the pages of kiosks, boards and second screens share. */
export { createBell } from './machine/bell.ts';
export { createReach } from './machine/reach.ts';
export { createStream, follow, type Heard } from './machine/stream.ts';
