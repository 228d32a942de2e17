import { QueryClientProvider } from '@tanstack/react-query';
import { deskTheme } from '@tongban/tokens';
import { App as Antd, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { createQueryClient } from '../api/query-client.ts';
import { Gate } from '../sign-in/Gate.tsx';
import type { DeskSession } from '../sign-in/queries.ts';
import { NoPage } from './NoPage.tsx';
import { casePage, pagesOf } from './pages.ts';
import { Shell } from './Shell.tsx';

const aheadMs = 1500;

/** 工作台: the staff desk, from sign-in to the case. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider theme={deskTheme} locale={zhCN} button={{ autoInsertSpace: false }}>
        <Antd message={{ maxCount: 2 }}>
          <Router base="/desk">
            <Gate>
              {(session) => (
                <Shell session={session}>
                  <Pages session={session} />
                </Shell>
              )}
            </Gate>
          </Router>
        </Antd>
      </ConfigProvider>
    </QueryClientProvider>
  );
}

function Pages({ session }: { session: DeskSession }) {
  const { role } = session.assignment;
  const pages = pagesOf(session);
  const [first] = pages;
  // What this post may open next is fetched while nobody waits for it.
  useEffect(() => {
    const ahead = setTimeout(() => {
      for (const { page } of pagesOf(session)) page.fetch();
      casePage.fetch();
    }, aheadMs);
    return () => clearTimeout(ahead);
  }, [session]);
  return (
    <Suspense fallback={<main id="main" className="plain-page" aria-busy="true" />}>
      <Switch>
        <Route path="/">{first === undefined ? <NoPage /> : <Redirect to={first.path} replace />}</Route>
        {pages.map(({ path, page: { Page } }) => (
          <Route key={path} path={path}>
            <Page role={role} />
          </Route>
        ))}
        <Route path="/cases/:case">
          {({ case: number }) => <casePage.Page key={number} number={number} />}
        </Route>
        <Route>
          <NoPage />
        </Route>
      </Switch>
    </Suspense>
  );
}
