/** 文件与文书: uploads kept sealed, and signed papers anyone can verify. */
export { fileShown } from './events.ts';
export type { PaperWish } from './papers.ts';
export { createFilesResealing } from './resealing.ts';
export { filesHttp } from './routes.ts';
export { createFiles, type Files } from './service.ts';
