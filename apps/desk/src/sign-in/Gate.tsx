import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { words } from '../words.ts';
import { ChoosePost } from './ChoosePost.tsx';
import { type DeskSession, useSession, useSignOut } from './queries.ts';
import { SignInDialog } from './SignInDialog.tsx';
import { SignInPage } from './SignInPage.tsx';

/** Lets staff through once they are signed in and have a post; keeps the page standing when a session runs out. */
export function Gate({ children }: { children: (session: DeskSession) => ReactNode }) {
  const session = useSession();
  if (session.isPending) return <Spin fullscreen description={words.app.desk} />;
  if (session.isError) return <Unreachable error={session.error} retry={() => void session.refetch()} />;
  const { data } = session;
  if (data.kind === 'anyone') return <SignInPage />;
  if (data.kind === 'citizen') return <NotStaff />;
  const { assignment } = data;
  if (assignment === undefined) return <ChoosePost posts={data.assignments} />;
  return (
    <>
      {children({ ...data, assignment })}
      <SignInDialog />
    </>
  );
}

function Unreachable({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" className="lone">
      <h1>{words.app.desk}</h1>
      <ProblemNote error={error} action={<Button onClick={retry}>{words.problem.retry}</Button>} />
    </main>
  );
}

function NotStaff() {
  const leave = useSignOut();
  return (
    <main id="main" className="lone">
      <h1>{words.app.desk}</h1>
      <p>{words.signIn.notStaff}</p>
      <Button type="primary" loading={leave.isPending} onClick={() => leave.mutate()}>
        {words.app.signOut}
      </Button>
    </main>
  );
}
