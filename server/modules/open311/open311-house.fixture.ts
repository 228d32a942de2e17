import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import { partnersRoutes } from '@tongban/contract';
import { createWords, type Identify, newId, type SignedIn } from '../../platform/index.ts';
import { createKayakHouse } from '../cases/kayak-house.fixture.ts';
import { createWays } from '../hotline/hotline-house.fixture.ts';
import { createHotline, hotlineHttp } from '../hotline/index.ts';
import { kayakOrders } from '../hotline/rules/kayak-rules.fixture.ts';
import { createPartners, partnersHttp } from '../partners/index.ts';
import { createGeoReportClient } from './geo-report-client.fixture.ts';
import { createOpen311, open311Http } from './index.ts';

export type Open311House = Awaited<ReturnType<typeof createOpen311House>>;
const pretended: Identify = ({ header }) =>
  Promise.resolve(JSON.parse(header('x-test-caller') ?? '{"role":"anyone"}'));

/** A kayak house that other systems pass requests on to. */
export async function createOpen311House() {
  const house = await createKayakHouse(
    {},
    {
      also: (platform, modules) => {
        const calendar = createCalendar(national);
        const partners = createPartners({ ...platform, ...modules });
        const words = createWords(['码头', '断桨']);
        const hotline = createHotline({ ...platform, ...modules, rules: kayakOrders, calendar, words });
        const known = { ...platform, ...modules, hotline, units: partners.units, rules: kayakOrders };
        hotlineHttp(platform.http, hotline);
        open311Http(platform.http, createOpen311(known));
        partnersHttp(platform.http, partners, pretended);
      },
    },
  );
  const security: SignedIn = { role: 'security-admin', personId: newId() };
  const types = (await house.as(security)(partnersRoutes.list, {})).types.map(({ type }) => type);
  /** The key of a fresh unit, as it is handed to it. */
  const aKey = async (name: string, purposes: string[]): Promise<string> => {
    const { partner, key } = await house.as(security)(partnersRoutes.register, {
      body: { name, purposes, types },
    });
    return `${partner}.${key}`;
  };
  const clientOf = (key?: string, jurisdiction: string | undefined = '4419') =>
    createGeoReportClient(
      async ({ method, url, form }) => {
        const answer = await house.inject({
          ...{ method, url },
          ...(form === undefined
            ? {}
            : { payload: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
        });
        const type = String(answer.headers['content-type']);
        return { status: answer.statusCode, type, text: answer.payload };
      },
      {
        base: '/open311/v2',
        ...(jurisdiction === '' ? {} : { jurisdiction }),
        ...(key === undefined ? {} : { key }),
      },
    );
  return { ...house, ...createWays(house), aKey, clientOf };
}
