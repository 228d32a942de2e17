import { Modal } from 'antd';
import { useState } from 'react';
import { keyCap } from '../keys/keys.ts';
import { Combobox } from './Combobox.tsx';
import { isMeant } from './form/pinyin.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.palette;

/** 命令: one thing the keyboard can do now, by its name. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly key?: string;
  readonly run: () => void;
};

/** 命令面板: every command that may be given now, found by its name or pinyin initials. */
export function Palette({ commands, close }: { commands: readonly Command[]; close: () => void }) {
  const [text, setText] = useState('');
  const found = commands.filter(({ label }) => isMeant(label, text));
  return (
    <Modal
      open
      title={said.title}
      width={480}
      footer={null}
      onCancel={close}
      afterOpenChange={(opened) => opened && document.getElementById('palette')?.focus()}
    >
      <Combobox
        id="palette"
        label={said.title}
        placeholder={said.search}
        text={text}
        type={setText}
        always
        pick={(id) => {
          close();
          commands.find((command) => command.id === id)?.run();
        }}
        entries={found.map(({ id, label, key }) => ({
          value: id,
          label: (
            <>
              <span className="hit-name">{label}</span>
              {key === undefined ? null : <span className="key-cap">{keyCap(key)}</span>}
            </>
          ),
        }))}
      />
      {found.length === 0 ? <p className="faint">{said.none}</p> : null}
    </Modal>
  );
}
