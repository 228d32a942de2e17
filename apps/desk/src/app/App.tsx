import { QueryClientProvider } from '@tanstack/react-query';
import { deskTheme } from '@tongban/tokens';
import { App as Antd, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { Route, Router, Switch } from 'wouter';
import { createQueryClient } from '../api/query-client.ts';
import { CasePage } from '../case/Page.tsx';
import { Gate } from '../sign-in/Gate.tsx';
import { TasksPage } from '../tasks/Page.tsx';
import { NoPage } from './NoPage.tsx';
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
                  <Switch>
                    <Route path="/">
                      <TasksPage role={session.assignment.role} />
                    </Route>
                    <Route path="/cases/:case">
                      {({ case: number }) => <CasePage key={number} number={number} />}
                    </Route>
                    <Route>
                      <NoPage />
                    </Route>
                  </Switch>
                </Shell>
              )}
            </Gate>
          </Router>
        </Antd>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
