import type { ForumBrief } from '@tongban/contract';
import { Checkbox } from 'antd';
import { forumWords as said } from './words.ts';

type Props = {
  hours: readonly ForumBrief[];
  chosen: string | undefined;
  /** An empty text where it belongs to none. */
  choose: (forum: string) => void;
};

/** 算哪一场: while a leader answers, an order belongs to that forum unless somebody says no. */
export function ForumChoice({ hours, chosen, choose }: Props) {
  return hours.map(({ forum, title, host }) => (
    <Checkbox
      key={forum}
      className="forum-choice"
      checked={chosen === forum}
      onChange={({ target }) => choose(target.checked ? forum : '')}
    >
      {said.choice(title, host)}
    </Checkbox>
  ));
}
