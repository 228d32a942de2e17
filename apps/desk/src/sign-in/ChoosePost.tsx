import type { Assignment } from '@tongban/contract';
import { Button } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { words } from '../words.ts';
import { postWords } from './post-words.ts';
import { useChoosePost, useSignOut } from './queries.ts';

/** Chooses the one post to act from. */
export function ChoosePost({ posts }: { posts: readonly Assignment[] }) {
  const choose = useChoosePost();
  const leave = useSignOut();
  return (
    <main id="main" className="lone">
      <h1>{words.signIn.choosePost}</h1>
      <p>{posts.length === 0 ? words.signIn.noPost : words.signIn.choosePostHelp}</p>
      <ul className="posts">
        {posts.map((post) => (
          <li key={post.id}>
            <Button block loading={choose.isPending} onClick={() => choose.mutate(post.id)}>
              {postWords(post)}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote error={choose.error} />
      <Button type="link" onClick={() => leave.mutate()}>
        {words.app.signOut}
      </Button>
    </main>
  );
}
