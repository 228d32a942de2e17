import { useState } from 'react';
import { ContactDesk } from './ContactDesk.tsx';
import { ForumList } from './ForumList.tsx';
import { Ledger } from './Ledger.tsx';

const leaders: readonly string[] = ['supervisor', 'hall-manager', 'spokesperson'];
const contact = 'contact-desk';

/** 专场: what was set up, the ledger of one, and the contact desk of the branch for those who lead it. */
export function ForumsPage({ role }: { role: string }) {
  const [open, setOpen] = useState<string | undefined>(asked);
  const back = () => setOpen(undefined);
  const mayLead = leaders.includes(role);
  if (open === undefined)
    return <ForumList open={setOpen} contact={mayLead ? () => setOpen(contact) : undefined} />;
  if (open === contact) return <ContactDesk back={back} />;
  return <Ledger key={open} forum={open} back={back} />;
}

/** A forum somebody was sent to. */
function asked(): string | undefined {
  return new URLSearchParams(location.search).get('forum') ?? undefined;
}
