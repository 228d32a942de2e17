import type { Assignment } from '@tongban/contract';
import { Button, Dropdown } from 'antd';
import { postWords } from '../sign-in/post-words.ts';
import { type DeskSession, useChoosePost } from '../sign-in/queries.ts';
import { words } from '../words.ts';

/** 岗位: from which post I act; with several, the way to another. */
export function PostSwitch({ session }: { session: DeskSession }) {
  const { assignment, assignments } = session;
  const choose = useChoosePost();
  if (assignments.length < 2) return <Post post={assignment} />;
  return (
    <Dropdown
      trigger={['click']}
      getPopupContainer={(button) => button.parentElement ?? document.body}
      menu={{
        items: assignments.map((each) => ({ key: each.id, label: postWords(each) })),
        selectable: true,
        selectedKeys: [assignment.id],
        onClick: ({ key }) => choose.mutate(key),
      }}
    >
      <Button
        ghost
        size="small"
        loading={choose.isPending}
        aria-label={words.app.switchPost(postWords(assignment))}
      >
        <Post post={assignment} />
        <span className="caret" aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

function Post({ post }: { post: Assignment }) {
  return <span className="post">{postWords(post)}</span>;
}
