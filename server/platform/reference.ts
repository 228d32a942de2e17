import {
  isBytesBody,
  isRawReply,
  isStreamReply,
  needsKey,
  pathOf,
  type Route,
  rolesOf,
} from '@tongban/contract';
import { escapeHtml } from './html.ts';
import { operationId } from './openapi.ts';

const style = `
body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
summary{cursor:pointer;padding:.3rem 0}
details{border-bottom:1px solid #ccc}
pre{background:#f4f4f4;padding:.6rem;overflow:auto}
nav a{margin-right:.8rem}`;

/** 接口手册: every promised route on one page, without script or outside parts. */
export function referencePage(routes: readonly Route[]): string {
  const groups = Object.entries(Object.groupBy(routes, (route) => route.path.split('/')[1] ?? '')).sort();
  const links = groups.map(([name]) => `<a href="#${name}">${escapeHtml(name)}</a>`).join('');
  const sections = groups.map(([name, own]) => section(name, own ?? [])).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>接口手册 API reference</title><style>${style}</style></head><body><h1>接口手册 <span lang="en">API reference</span></h1>
<p>机器可读的说明 <span lang="en">Machine-readable</span>: <a href="/openapi.json">/openapi.json</a></p>
<nav>${links}</nav><main>${sections}</main></body></html>`;
}

function section(name: string, routes: readonly Route[]): string {
  return `<section><h2 id="${name}">${escapeHtml(name)}</h2>${routes.map(entry).join('')}</section>`;
}

function entry(route: Route): string {
  const access = `${rolesOf(route.access).join(', ')} · ${route.access === 'public' ? 'public' : route.access.scope}`;
  const key = needsKey(route) ? '<p>Idempotency-Key</p>' : '';
  const parts = [
    ['params', route.params],
    ['query', route.query],
    ['body', isBytesBody(route.body) ? route.body.contentTypes : route.body],
    ['reply', replyOf(route)],
  ] as const;
  const shapes = parts.map(([name, shape]) => shapeOf(name, shape)).join('');
  return `<details id="${operationId(route)}"><summary><code>${route.method} ${escapeHtml(pathOf(route))}</code> ${escapeHtml(
    route.summary,
  )}</summary><p>${escapeHtml(access)}</p>${key}${shapes}</details>`;
}

function replyOf({ reply }: Route): unknown {
  if (isRawReply(reply)) return reply.contentTypes;
  return isStreamReply(reply) ? reply.event : reply;
}

function shapeOf(name: string, shape: unknown): string {
  if (shape === undefined) return '';
  return `<h3>${name}</h3><pre>${escapeHtml(JSON.stringify(shape, undefined, 2))}</pre>`;
}
