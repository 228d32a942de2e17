/** 事项目录: item editions, their search, changes and mind maps. */
export { catalogueHttp } from './routes.ts';
export { type Catalogue, createCatalogue } from './service.ts';
