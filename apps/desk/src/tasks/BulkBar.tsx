import { type BulkResult, listRoutes, type TaskRow } from '@tongban/contract';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { words } from '../words.ts';
import { BulkDone } from './BulkDone.tsx';
import { useBulk } from './queries.ts';

const said = words.tasks.bulk;
type Wish = NonNullable<TaskRow['bulk']>[number];

type Props = { tasks: readonly TaskRow[]; all: () => void; clear: () => void };

/** 批量办理: what can be done to the chosen cases together, and what came of each. */
export function BulkBar({ tasks, all, clear }: Props) {
  const { message } = App.useApp();
  const [asking, ask] = useState(false);
  const [result, setResult] = useState<BulkResult>();
  const bulk = useBulk();
  const casesFor = (...wishes: readonly Wish[]) =>
    tasks.filter((task) => wishes.some((wish) => task.bulk?.includes(wish))).map((task) => task.case);
  const [claimable, passable, printable] = [casesFor('claim'), casesFor('pass', 'grant'), casesFor('print')];
  const run = (act: () => Promise<BulkResult>) =>
    bulk.mutate(act, {
      onSuccess: (done) => {
        ask(false);
        clear();
        if (done.failed.length === 0) void message.success(said.done(done.done.length));
        else setResult(done);
      },
    });
  const claim = () =>
    claimable.length > 0 && run(() => call(listRoutes.bulkClaim, { body: { cases: claimable } }));
  const pass = () => passable.length > 0 && ask(true);
  const print = () => printable.length > 0 && void printAll(printable);
  useKeys({ c: claim, e: pass, p: print, Escape: clear });
  return (
    <>
      {tasks.length === 0 ? null : (
        <section className="bulk" aria-label={said.title}>
          <strong>{said.chosen(tasks.length)}</strong>
          <Act of="c" count={claimable.length} words={said.claim} act={claim} />
          <Act of="e" count={passable.length} words={said.pass} act={pass} />
          <Act of="p" count={printable.length} words={said.print} act={print} />
          <Button type="text" onClick={all} aria-keyshortcuts="Shift+X">
            {said.all}
            <KeyCap of="X" />
          </Button>
          <Button type="text" onClick={clear}>
            {said.clear}
            <KeyCap of="Esc" />
          </Button>
          <ProblemNote error={bulk.error} />
        </section>
      )}
      {asking ? (
        <PassDialog
          count={passable.length}
          pending={bulk.isPending}
          error={bulk.error}
          close={() => ask(false)}
          send={(note) => run(() => call(listRoutes.bulkPass, { body: { cases: passable, note } }))}
        />
      ) : null}
      {result === undefined ? null : <BulkDone result={result} close={() => setResult(undefined)} />}
    </>
  );
}

type ActProps = { of: string; count: number; words: (count: number) => string; act: () => void };

function Act({ of, count, words: says, act }: ActProps) {
  return (
    <Button disabled={count === 0} onClick={act} aria-keyshortcuts={of}>
      {says(count)}
      <KeyCap of={of} />
    </Button>
  );
}

type PassProps = {
  count: number;
  pending: boolean;
  error: Error | null;
  close: () => void;
  send: (note: string) => void;
};

function PassDialog({ count, pending, error, close, send }: PassProps) {
  const [note, setNote] = useState<string>(said.agreed);
  return (
    <SendDialog
      title={said.pass(count)}
      send={said.send}
      press={() => send(note.trim())}
      close={close}
      pending={pending}
      error={error}
      gap={note.trim().length < 2 ? '' : undefined}
    >
      <p>{said.lead}</p>
      <label htmlFor="bulk-note">{said.note}</label>
      <Input.TextArea
        id="bulk-note"
        rows={3}
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </SendDialog>
  );
}

/** Opens one PDF with the newest paper of each case, ready to print. */
async function printAll(cases: readonly string[]): Promise<void> {
  const { bytes, contentType } = await call(listRoutes.bulkPrint, { body: { cases: [...cases] } });
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: contentType }));
  window.open(url, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
