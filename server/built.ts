import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type HandlePage, type Platform, serveApp, serveFiles, servePages } from './platform/index.ts';

const built = join(import.meta.dirname, '..', 'dist');

/** Screens are built artefacts; without them the house still answers its contract. */
export async function serveScreens({ http, config }: Platform): Promise<void> {
  const desk = join(built, 'desk');
  const reader = config.cardReaderPort;
  const connect = reader === undefined ? [] : [`http://127.0.0.1:${reader}`];
  if (existsSync(desk)) serveApp(http, { mount: '/desk', folder: desk, inlineStyles: true, connect });
  serveFiles(http, { mount: '/voices', folder: join(import.meta.dirname, '..', 'content', 'voices') });
  const screen = join(built, 'screen');
  if (existsSync(screen)) serveApp(http, { mount: '/screen', folder: screen });
  const kiosk = join(built, 'kiosk');
  if (existsSync(kiosk)) serveApp(http, { mount: '/kiosk', folder: kiosk, connect });
  const bundle = join(built, 'portal', 'server', 'server.js');
  if (!existsSync(bundle)) return;
  const { handle } = (await import(pathToFileURL(bundle).href)) as { handle: HandlePage };
  servePages(http, { mount: '/', handle, client: join(built, 'portal', 'client') });
}
