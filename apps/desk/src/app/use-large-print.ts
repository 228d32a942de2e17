import { useState } from 'react';
import { isLarge, printCookie, showPrint } from './large-print.ts';

/** Large print as it is chosen, and how to change it: seen at once, and kept for the next time. */
export function useLargePrint(): { large: boolean; change: () => void } {
  const [large, setLarge] = useState(() => isLarge(document.cookie));
  const change = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store wants a secure origin and a newer browser
    document.cookie = printCookie(!large);
    showPrint(document.documentElement, !large);
    setLarge(!large);
  };
  return { large, change };
}
