import { useRef, useState } from 'react';
import { problemWords } from '../api/problem-words.ts';
import { sendFile } from '../api/send-file.ts';
import { choose, type Picked, sentOf, waitsFor } from './picked.ts';

/** 添加附件: files chosen here go up at once; each says for itself how it is doing. */
export type Attach = ReturnType<typeof useAttach>;

export function useAttach() {
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [left, setLeft] = useState<string>();
  const numbered = useRef(0);
  const put = (next: Picked) => setPicked((before) => before.map((one) => (one.id === next.id ? next : one)));
  const send = async (file: File) => {
    numbered.current += 1;
    const known = { id: numbered.current, name: file.name, bytes: file.size };
    setPicked((before) => [
      ...before.filter((one) => one.state !== 'refused' || one.name !== file.name),
      { ...known, state: 'sending', percent: 0 },
    ]);
    try {
      const id = await sendFile({ blob: file, name: file.name }, ({ sent, of }) =>
        put({ ...known, state: 'sending', percent: Math.round((100 * sent) / of) }),
      );
      put({ ...known, state: 'sent', file: id });
    } catch (error) {
      put({ ...known, state: 'refused', why: problemWords(error).said });
    }
  };
  return {
    ...{ picked, left, files: sentOf(picked), waits: waitsFor(picked) },
    add(chosen: readonly File[]): void {
      const { taken, left: said } = choose(picked, chosen);
      setLeft(said);
      for (const file of taken) void send(file);
    },
    drop: (id: number) => setPicked((before) => before.filter((one) => one.id !== id)),
    clear(): void {
      setPicked([]);
      setLeft(undefined);
    },
  };
}
