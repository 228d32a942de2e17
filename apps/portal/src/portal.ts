import { Problem } from '@tongban/kernel';
import { showProblem } from './errors/problem-page.tsx';
import { createMemory } from './memory.ts';
import type { HandlePage, PageAnswer, PageRequest } from './page.ts';
import { createRouter } from './router.ts';
import { routes } from './routes.ts';
import { createVisit, type Visit } from './visit.ts';

const mostKept = 400;

/** 市民门户: answers every page request of citizens; it knows nothing but the contract. */
export function createPortal(): HandlePage {
  const keep = createMemory(mostKept);
  const find = createRouter(routes);

  async function answer(visit: Visit): Promise<PageAnswer> {
    const found = find(visit.request.method, visit.path);
    if (found === undefined) throw new Problem('portal.no-page', 'missing', '没有这个页面');
    return found.show({ ...visit, params: found.params });
  }

  return async (request, call) => {
    let visit = bareVisit(request, { call, keep });
    try {
      visit = await createVisit(request, { call, keep });
      return await answer(visit);
    } catch (error) {
      return showProblem(visit, error);
    }
  };
}

/** What is known when even looking around failed, so that an error page can still be shown. */
function bareVisit(request: PageRequest, { call, keep }: Pick<Visit, 'call' | 'keep'>): Visit {
  const locale = request.cookies.lang === 'en' ? 'en' : 'zh';
  return {
    request,
    path: request.path,
    params: {},
    query: request.query,
    call,
    keep,
    locale,
    elder: request.cookies.mode === 'elder',
    city: { code: '', name: '', phone: undefined },
    cities: [],
    session: { kind: 'anyone' },
    unread: 0,
    cookies: [],
    say: (zh, en) => (locale === 'zh' ? zh : en),
  };
}
