/** @jsxImportSource preact */
import type { KioskItem } from '@tongban/contract';
import { useKiosk } from '../journey/kiosk.ts';
import { useTask } from '../journey/use-task.ts';
import { Option } from '../parts/option.tsx';
import { Page } from '../parts/page.tsx';
import { Pages } from '../parts/pages.tsx';

type Does = 'ticket' | 'apply';

/** 选类: the lines of the hall, in everyday words; a single one is passed over. */
export function Lines({ does }: { readonly does: Does }) {
  const { said, start, go } = useKiosk();
  const items = start.items.filter((one) => one.does.includes(does));
  const lines = Object.keys(said.lineNames).filter((line) => items.some((one) => one.line === line));
  if (lines.length < 2) return <Items does={does} line={lines[0] ?? ''} />;
  return (
    <Page title={said.lines[does]}>
      <div class="options">
        {lines.map((line) => (
          <Option
            key={line}
            title={said.lineNames[line] ?? line}
            line={said.lines.count(items.filter((one) => one.line === line).length)}
            choose={() => go({ at: 'items', does, line })}
          />
        ))}
      </div>
    </Page>
  );
}

/** 选事项: at most eight on a screen, six in large print. */
export function Items({ does, line }: { readonly does: Does; readonly line: string }) {
  const { said, start, language, large, go, known, awaySince } = useKiosk();
  const number = useNumber();
  const choose = (item: KioskItem) => {
    if (does === 'apply') go({ at: 'apply', item });
    else if (known !== undefined || awaySince !== undefined) number.take(item);
    else go({ at: 'how', item });
  };
  const items = start.items.filter((one) => one.line === line && one.does.includes(does));
  return (
    <Page title={said.items[does]} fault={number.fault}>
      <Pages
        rows={items}
        size={large ? 6 : 8}
        look="items"
        show={(item) => (
          <button
            key={item.item}
            type="button"
            class="item"
            disabled={number.busy}
            onClick={() => choose(item)}
          >
            {language === 'en' ? (item.name.en ?? item.name.zh) : item.name.zh}
          </button>
        )}
      />
    </Page>
  );
}

/** 怎么取号: with or without saying who one is. */
export function How({ item }: { readonly item: KioskItem }) {
  const { said, go } = useKiosk();
  const number = useNumber();
  const [plain, plainLine] = said.how.plain;
  const [card, cardLine] = said.how.card;
  return (
    <Page title={said.how.title} fault={number.fault}>
      <div class="options options--few">
        <Option
          icon="plain"
          title={plain ?? ''}
          line={plainLine}
          disabled={number.busy}
          choose={() => number.take(item)}
        />
        <Option
          icon="card"
          title={card ?? ''}
          line={cardLine}
          disabled={number.busy}
          choose={() => go({ at: 'identify', wish: { do: 'number', item } })}
        />
      </div>
    </Page>
  );
}

/** Takes a number and goes on to its slip. */
function useNumber() {
  const { doors, start, awaySince, known, go } = useKiosk();
  const { busy, fault, run } = useTask();
  const take = (item: KioskItem) =>
    void run(
      () => doors.take(item, { start, awaySince, known }),
      (slip) => go({ at: 'ticket', slip }),
    );
  return { busy, fault, take };
}
