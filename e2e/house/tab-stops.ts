import type { CDPSession, Page } from 'playwright-core';

const most = 400;
/** Nothing once the focus is nowhere on the page. */
const focused = 'document.activeElement === document.body ? undefined : document.activeElement ?? undefined';

/**
 * Walks a page with the tab key from its top and tells each stop as "role name"; a stop that shows no ring of focus is
 * told as such. Figures and weekdays, which change from day to day, are told as #.
 */
export async function tabStopsOn(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const session = await page.context().newCDPSession(page);
  const stops: string[] = [];
  try {
    for (let step = 0; step < most; step += 1) {
      await page.keyboard.press('Tab');
      const stop = await stopOn(session);
      if (stop === undefined) break;
      stops.push(stop);
    }
  } finally {
    await session.detach();
  }
  return stops;
}

/** Where the focus stands, told as "role name"; undefined once it has left the page. */
async function stopOn(session: CDPSession): Promise<string | undefined> {
  const [focus, ring] = await Promise.all([
    session.send('Runtime.evaluate', { expression: focused }),
    session.send('Runtime.evaluate', { expression: `(${hasRing})()`, returnByValue: true }),
  ]);
  const { objectId } = focus.result;
  if (objectId === undefined) return undefined;
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
  const [node] = nodes;
  const said = `${node?.role?.value} ${steady(String(node?.name?.value ?? ''))}`;
  return `${said}${ring.result.value === true ? '' : ' (no ring)'}`.trim();
}

/** Whether the ring of focus stands around the element or around the box it stands in. */
function hasRing(): boolean {
  const rings = (one: Element | null | undefined, above: number): boolean => {
    if (one === null || one === undefined) return false;
    const { outlineStyle, boxShadow } = getComputedStyle(one);
    return (
      outlineStyle !== 'none' || boxShadow !== 'none' || (above > 0 && rings(one.parentElement, above - 1))
    );
  };
  return rings(document.activeElement, 2);
}

function steady(name: string): string {
  return name
    .replace(/\d+/g, '#')
    .replace(/星期[一二三四五六日]/g, '星期#')
    .replace(/\s+/g, ' ')
    .trim();
}
