import type { PageAnswer } from './page.ts';
import type { Visit } from './visit.ts';

type Show = (visit: Visit) => Promise<PageAnswer> | PageAnswer;

/** 路由: one address of the portal and what it shows when asked for and when a form is sent to it. */
export type PageRoute = { readonly path: `/${string}`; readonly get?: Show; readonly post?: Show };

export type Found = { readonly show: Show; readonly params: Readonly<Record<string, string>> };

/** Creates the function that finds the page of an address; undefined when there is none. */
export function createRouter(routes: readonly PageRoute[]) {
  const compiled = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  return function find(method: 'GET' | 'POST', path: string): Found | undefined {
    for (const { route, pattern } of compiled) {
      const groups = pattern.exec(path)?.groups;
      const show = method === 'GET' ? route.get : route.post;
      if (groups === undefined || show === undefined) continue;
      const params = decoded(groups);
      return params === undefined ? undefined : { show, params };
    }
    return undefined;
  };
}

function patternOf(path: string): RegExp {
  const source = path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return new RegExp(path.includes(':') ? `^${source}/?$` : `^(?<none>)${source}/?$`);
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    return undefined;
  }
}
