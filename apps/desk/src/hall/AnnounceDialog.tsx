import { hallRoutes } from '@tongban/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useHallAct } from './queries.ts';
import { hallWords } from './words.ts';

const said = hallWords.announce;

/** 公告: one line on every screen and ticket page of the hall. */
export function AnnounceDialog({ text: former, close }: { text: string; close: () => void }) {
  const [text, setText] = useState(former);
  const act = useHallAct();
  const send = (line: string) =>
    act.mutate(() => call(hallRoutes.announce, { body: { text: line } }), { onSuccess: close });
  return (
    <SendDialog
      title={said.title}
      send={text.trim() === '' && former !== '' ? said.clear : said.send}
      press={() => send(text.trim())}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={text.trim() === '' && former === '' ? '' : undefined}
    >
      <label htmlFor="announcement">{said.label}</label>
      <Input.TextArea
        id="announcement"
        autoFocus
        rows={3}
        maxLength={120}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="faint">{said.help}</p>
      <div className="phrases">
        {said.phrases.map((phrase) => (
          <Button key={phrase} size="small" onClick={() => setText(phrase)}>
            {phrase}
          </Button>
        ))}
      </div>
    </SendDialog>
  );
}
