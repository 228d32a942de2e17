/** @jsxImportSource preact */
import 'virtual:tokens.css';
import '@tongban/ui/styles/base.css';
import '@tongban/ui/styles/form.css';
import '@tongban/ui/styles/parts.css';
import './screen.css';
import { type ComponentChild, render } from 'preact';

/** One address for each kind of screen; whoever needs one does not load the others. */
const pages: Readonly<Record<string, () => Promise<ComponentChild>>> = {
  hall: async () => {
    const { HallPage } = await import('./hall/page.tsx');
    return <HallPage kind="board" />;
  },
  window: async () => {
    const { HallPage } = await import('./hall/page.tsx');
    return <HallPage kind="strip" />;
  },
};

const root = document.getElementById('root');
if (root !== null) {
  const page = pages[location.pathname.split('/')[2] ?? ''];
  const shown = page === undefined ? await counter() : await page();
  render(shown, root);
}

async function counter(): Promise<ComponentChild> {
  const { App } = await import('./app.tsx');
  return <App />;
}
