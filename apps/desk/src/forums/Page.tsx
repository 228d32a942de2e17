import { useState } from 'react';
import { ForumList } from './ForumList.tsx';
import { Ledger } from './Ledger.tsx';

/** 专场: what was set up, and the ledger of one. */
export function ForumsPage(_: { role: string }) {
  const [open, setOpen] = useState<string | undefined>(asked);
  if (open === undefined) return <ForumList open={setOpen} />;
  return <Ledger key={open} forum={open} back={() => setOpen(undefined)} />;
}

/** A forum somebody was sent to. */
function asked(): string | undefined {
  return new URLSearchParams(location.search).get('forum') ?? undefined;
}
