import { Link } from 'wouter';
import { words } from '../words.ts';

/** An address that leads nowhere says where to go instead. */
export function NoPage() {
  return (
    <main id="main" className="lone">
      <h1>{words.app.noPage}</h1>
      <p>{words.app.noPageTodo}</p>
      <Link href="/">{words.app.toTasks}</Link>
    </main>
  );
}
