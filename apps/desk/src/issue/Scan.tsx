import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useFind } from './queries.ts';
import { issueWords } from './words.ts';

const said = issueWords.scan;

/** 扫码: where the barcode gun types. While nobody is served it takes the focus back, so that no shot is lost. */
export function Scan({ busy, found }: { busy: boolean; found: (collection: string) => void }) {
  const [code, setCode] = useState('');
  const box = useRef<InputRef>(null);
  const find = useFind();
  const search = () => {
    const text = code.trim();
    if (text === '' || find.isPending) return;
    find.mutate(text, {
      onSuccess: ({ collection }) => {
        setCode('');
        found(collection);
      },
      onSettled: () => box.current?.select(),
    });
  };
  useFocusKept(box, !busy);
  useKeys(busy ? {} : { F6: search });
  return (
    <search className="scan">
      <label htmlFor="scan-code">{said.label}</label>
      <div className="scan-line">
        <Input
          id="scan-code"
          ref={box}
          size="large"
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          onPressEnter={search}
        />
        <Button
          size="large"
          type={busy ? 'default' : 'primary'}
          loading={find.isPending}
          aria-keyshortcuts="F6"
          onClick={search}
        >
          {said.find}
          {busy ? null : <KeyCap of="F6" />}
        </Button>
      </div>
      {find.error === null ? <p className="faint">{said.help}</p> : null}
      <ProblemNote error={find.error} todo={said.again} />
    </search>
  );
}

/** Gives the box the focus now and whenever it would fall to the page itself. */
function useFocusKept(box: React.RefObject<InputRef | null>, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const back = () => {
      const nowhere = document.activeElement === document.body;
      if (nowhere && document.querySelector('.ant-modal-wrap') === null) box.current?.focus();
    };
    back();
    const later = () => setTimeout(back);
    document.addEventListener('focusout', later);
    document.addEventListener('click', later);
    return () => {
      document.removeEventListener('focusout', later);
      document.removeEventListener('click', later);
    };
  }, [box, on]);
}
