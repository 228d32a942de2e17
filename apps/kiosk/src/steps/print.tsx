/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import type { Paper } from '../journey/steps.ts';
import { useTask } from '../journey/use-task.ts';
import { momentText } from '../parts/clock.tsx';
import { Icon } from '../parts/icons.tsx';
import { Page } from '../parts/page.tsx';
import { worded } from './mine.tsx';

/** 打印: one paper of the person; where the printer is pretended, the sheet that would come out stands on the screen. */
export function Print({ paper }: { readonly paper: Paper }) {
  const { said, language, start, doors, known, traces } = useKiosk();
  const { busy, fault, run } = useTask();
  const [url, setUrl] = useState<string>();
  const frame = useRef<HTMLIFrameElement>(null);
  const pretended = start.printer === 'simulator';
  const print = () => {
    if (known === undefined) return;
    void run(
      () => doors.paper(known, paper.document),
      (bytes) => setUrl(traces.keepUrl(blobUrl(bytes))),
    );
  };
  return (
    <Page title={worded(paper.title, language)} fault={fault}>
      <dl class="facts">
        <dt>{said.print.number}</dt>
        <dd>{paper.number}</dd>
        <dt>{said.print.made}</dt>
        <dd>{momentText(paper.madeAt, language)}</dd>
        <dt>{said.print.verify}</dt>
        <dd>{grouped(paper.code)}</dd>
      </dl>
      {url === undefined && (
        <button type="button" class="main main--tall" disabled={busy} onClick={print}>
          <Icon name="papers" />
          {busy ? said.print.doing : said.print.start}
        </button>
      )}
      {url !== undefined && (
        <div class="outlet">
          <p class="done" role="status">
            <Icon name="done" />
            {said.print.done}
          </p>
          {pretended ? (
            <Sheet paper={paper} url={url} />
          ) : (
            <iframe
              ref={frame}
              class="unseen"
              title={said.print.title}
              src={url}
              onLoad={() => frame.current?.contentWindow?.print()}
            />
          )}
          <button type="button" class="quiet" onClick={() => setUrl(undefined)}>
            {said.print.again}
          </button>
        </div>
      )}
    </Page>
  );
}

/** 模拟打印机: the sheet as it would lie in the tray, and said to be pretended. */
function Sheet({ paper, url }: { readonly paper: Paper; readonly url: string }) {
  const { said, language } = useKiosk();
  return (
    <section class="pretend">
      <h2>{said.print.sheet}</h2>
      <p>{said.print.sheetLead}</p>
      <div class="sheet" data-print={url} lang="zh-CN">
        <p class="sheet__title">{paper.title.zh}</p>
        <p>{paper.number}</p>
        <p>{momentText(paper.madeAt, language)}</p>
        <p class="sheet__code">{`${said.print.verify} ${grouped(paper.code)}`}</p>
      </div>
    </section>
  );
}

function blobUrl(bytes: Uint8Array): string {
  return URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }));
}

function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
