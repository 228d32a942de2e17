import type { Page } from 'playwright-core';

const most = 400;

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
      if (
        await page.evaluate(() => document.activeElement === null || document.activeElement === document.body)
      )
        break;
      const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
      const { nodes } = await session.send('Accessibility.getPartialAXTree', {
        objectId: result.objectId ?? '',
        fetchRelatives: false,
      });
      const [node] = nodes;
      const ring = await page.evaluate(hasRing);
      stops.push(
        `${node?.role?.value} ${steady(String(node?.name?.value ?? ''))}${ring ? '' : ' (no ring)'}`.trim(),
      );
    }
  } finally {
    await session.detach();
  }
  return stops;
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
