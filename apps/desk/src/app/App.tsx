import { QueryClientProvider } from '@tanstack/react-query';
import { deskTheme } from '@tongban/tokens';
import { App as Antd, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { createQueryClient } from '../api/query-client.ts';
import { CasePage } from '../case/Page.tsx';
import { Gate } from '../sign-in/Gate.tsx';
import type { DeskSession } from '../sign-in/queries.ts';
import { NoPage } from './NoPage.tsx';
import { pagesOf } from './pages.tsx';
import { Shell } from './Shell.tsx';

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
  const pages = pagesOf(session);
  const [first] = pages;
  return (
    <Switch>
      <Route path="/">{first === undefined ? <NoPage /> : <Redirect to={first.path} replace />}</Route>
      {pages.map(({ path, show }) => (
        <Route key={path} path={path}>
          {show(session)}
        </Route>
      ))}
      <Route path="/cases/:case">{({ case: number }) => <CasePage key={number} number={number} />}</Route>
      <Route>
        <NoPage />
      </Route>
    </Switch>
  );
}
