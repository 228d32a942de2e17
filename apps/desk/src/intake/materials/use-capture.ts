import { useQueryClient } from '@tanstack/react-query';
import type { MaterialSlot } from '@tongban/contract';
import { useRef, useState } from 'react';
import { sendFile } from '../../api/send-file.ts';
import { jpegOf } from '../../devices/picture.ts';
import { intakeWords } from '../words.ts';
import type { Table } from './use-materials.ts';
import type { Work } from './work.ts';

/** A page on its way to the server. */
export type Sending = {
  readonly id: number;
  readonly percent: number;
  readonly error?: unknown;
  readonly again: () => void;
};

/** 采集: pages are taken one after another, sent in order, and laid under the material they were taken for. */
export type Capturing = ReturnType<typeof useCapture>;

export function useCapture(table: Table, work: Work) {
  const { sending, send } = useSendingPages(table, work);
  const { slot } = work.card;
  const laid = slot.files.map(({ file }) => file);
  const layFiles = (files: string[]) =>
    table.lay(slot, { met: files.length === 0 ? 'open' : 'files', files, ...seenOf(slot) });
  return {
    sending,
    files: slot.files,
    add: (drawing: HTMLCanvasElement) => send(drawing, (files, file) => [...files, file]),
    replace: (old: string, drawing: HTMLCanvasElement) =>
      send(drawing, (files, file) => files.map((one) => (one === old ? file : one))),
    remove: (file: string) => layFiles(laid.filter((one) => one !== file)),
    move: (from: number, to: number) => layFiles(moved(laid, from, to)),
  };
}

/** Sends pages in the order they were taken; one that fails can be sent again. */
function useSendingPages(table: Table, work: Work) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const queue = useRef(Promise.resolve());
  const count = useRef(0);
  const lay = useLaying(table, work);
  const tell = (id: number, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const send = (drawing: HTMLCanvasElement, layOut: LayOut) => {
    const { card } = work;
    count.current += 1;
    const id = count.current;
    const keep = async () => {
      await lay({ card, blob: await jpegOf(drawing), layOut, tell: (percent) => tell(id, { percent }) });
      setSending((all) => all.filter((one) => one.id !== id));
    };
    const start = () => {
      queue.current = queue.current.then(keep).catch((error: unknown) => tell(id, { error }));
    };
    const again = () => {
      setSending((all) => all.map((one) => (one.id === id ? { id, percent: 0, again } : one)));
      start();
    };
    setSending((all) => [...all, { id, percent: 0, again }]);
    start();
  };
  return { sending, send };
}

type Page = {
  card: Work['card'];
  blob: Blob;
  layOut: LayOut;
  tell: (percent: number) => void;
};

/** Sends one page and lays it; a page taken while another was on its way comes beside it, not in its place. */
function useLaying(table: Table, work: Work) {
  const client = useQueryClient();
  const slots = useRef(new Map<string, MaterialSlot>());
  slots.current.set(work.card.key, work.card.slot);
  return async ({ card, blob, layOut, tell }: Page) => {
    const slotNow = () => slots.current.get(card.key) ?? card.slot;
    const name = intakeWords.materials.name(card.name, slotNow().files.length + 1);
    const file = await sendFile({ blob, name }, ({ sent, of }) => tell(Math.round((100 * sent) / of)));
    client.setQueryData(['file', file], blob);
    const slot = slotNow();
    const files = layOut(
      slot.files.map((one) => one.file),
      file,
    );
    const { taken } = await table.layNow(slot, { met: 'files', files, ...seenOf(slot) });
    const draft = taken.find((one) => one.draft === table.part.draft);
    const fresh = draft?.slots.find(
      ({ material, person }) => material === slot.material && person === slot.person,
    );
    if (fresh !== undefined) slots.current.set(card.key, fresh);
  };
}

type LayOut = (files: string[], file: string) => string[];

function seenOf({ originalSeen }: MaterialSlot): { originalSeen?: boolean } {
  return originalSeen === undefined ? {} : { originalSeen };
}

function moved(files: string[], from: number, to: number): string[] {
  const file = files[from];
  if (file === undefined || to < 0 || to >= files.length) return files;
  return files.toSpliced(from, 1).toSpliced(to, 0, file);
}
