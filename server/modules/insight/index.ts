/** 舆情: what orders say when they are looked at together, and the feed that tells of each. */
export { createFeedHttp, type FeedPeer } from './feed-peer.ts';
export { insightHttp } from './routes.ts';
export { createInsight } from './service.ts';
