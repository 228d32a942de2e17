import { Input } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { today } from '../plan/days.ts';
import { useNote } from './queries.ts';
import { forumWords as said } from './words.ts';

type Props = { forum: string; order: string; title: string; close: () => void };

/** 写进展: what was done about one order of a forum, on which day. */
export function NoteDialog({ forum, order, title, close }: Props) {
  const [{ on, say }, fill] = useState(() => ({ on: today(), say: '' }));
  const note = useNote({ forum, order });
  const missing = say.trim().length < 2 ? said.need.say : undefined;
  return (
    <SendDialog
      title={said.noting(title)}
      send={said.note}
      press={() => note.mutate({ on, say: say.trim() }, { onSuccess: close })}
      close={close}
      pending={note.isPending}
      error={note.error}
      gap={on === '' || on > today() ? said.need.day : missing}
    >
      <label htmlFor="forum-say">{said.noteSay}</label>
      <Input.TextArea
        id="forum-say"
        autoFocus
        rows={4}
        maxLength={1000}
        value={say}
        onChange={({ target }) => fill({ on, say: target.value })}
      />
      <label htmlFor="forum-on">{said.noteOn}</label>
      <Input
        id="forum-on"
        type="date"
        max={today()}
        value={on}
        onChange={({ target }) => fill({ say, on: target.value })}
      />
    </SendDialog>
  );
}
