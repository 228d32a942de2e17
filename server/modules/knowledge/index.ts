/** 知识库、答复口径: entries with versions and two-person review, search, citations, gaps and expiry. */
export { knowledgeHttp } from './routes.ts';
export { createKnowledge, type Knowledge } from './service.ts';
