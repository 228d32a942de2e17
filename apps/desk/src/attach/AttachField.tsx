import { fileTypes } from '@tongban/contract';
import { Button } from 'antd';
import { useRef } from 'react';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { Picked } from './picked.ts';
import type { Attach } from './use-attach.ts';
import { attachWords as said } from './words.ts';

type Props = {
  attach: Attach;
  /** The key that opens the picker. */
  of: string;
  /** Inside a dialog, which keeps the keys for itself. */
  inDialog?: true;
  /** The keyboard begins here. */
  first?: true;
};

/** 添加附件: one button, and below it what was chosen. */
export function AttachField({ attach, of, inDialog, first }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const open = () => picker.current?.click();
  useKeys({ [of]: open }, inDialog === true ? 'in-dialog' : undefined);
  return (
    <div className="attach">
      <input
        ref={picker}
        hidden
        multiple
        type="file"
        aria-label={said.press}
        accept={fileTypes.join(',')}
        onChange={({ target }) => {
          attach.add([...(target.files ?? [])]);
          // The same file may be chosen again after it was refused or dropped.
          target.value = '';
        }}
      />
      <Button autoFocus={first === true} onClick={open} title={said.kinds} aria-keyshortcuts={of}>
        {said.press}
        <KeyCap of={of} />
      </Button>
      <ul className="attach-picked" aria-live="polite">
        {attach.picked.map((one) => (
          <Line key={one.id} one={one} drop={() => attach.drop(one.id)} />
        ))}
      </ul>
      {attach.left === undefined ? null : (
        <span role="status" className="attach-left">
          {attach.left}
        </span>
      )}
    </div>
  );
}

function Line({ one, drop }: { one: Picked; drop: () => void }) {
  return (
    <li className={`attach-one attach-${one.state}`}>
      {isNamed(one) ? null : (
        <span className="attach-name" title={one.name}>
          {one.name}
        </span>
      )}
      {one.state === 'sending' ? <span className="faint number">{said.sending(one.percent)}</span> : null}
      {one.state === 'refused' ? <span role="alert">{one.why}</span> : null}
      <Button size="small" type="text" aria-label={said.drop(one.name)} onClick={drop}>
        ×
      </Button>
    </li>
  );
}

/** A refusal that tells of which file it speaks needs no name before it. */
function isNamed(one: Picked): boolean {
  return one.state === 'refused' && one.why.includes(one.name);
}
