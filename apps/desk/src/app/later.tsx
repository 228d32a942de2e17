import { Button } from 'antd';
import { lazy, type ReactNode } from 'react';
import { words } from '../words.ts';

type Shown<Props> = (props: Props) => ReactNode;

/** A page of the desk in a file of its own: fetched ahead when there is time, else when it is first shown. */
export function later<Props extends object>(load: () => Promise<Shown<Props>>) {
  return {
    Page: lazy(() =>
      load().then(
        (page) => ({ default: page }),
        () => ({ default: NotLoaded }),
      ),
    ),
    fetch: (): void => void load().catch(() => undefined),
  };
}

function NotLoaded() {
  return (
    <main id="main" className="lone">
      <h1>{words.app.notLoaded}</h1>
      <p>{words.app.notLoadedTodo}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {words.app.reload}
      </Button>
    </main>
  );
}
