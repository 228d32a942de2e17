import { boardsRoutes } from '@tongban/contract';
import { asMachine, type Http, type Live, serve } from '../../platform/index.ts';
import type { Hall } from '../hall/index.ts';
import { deviceTopic } from './events.ts';
import type { Fleet } from './fleet.ts';
import { eitherOf } from './told.ts';

type Deps = { live: Live; fleet: Fleet; hall: Pick<Hall, 'boardOf' | 'watchBoard'> };

/** 大厅屏: serves what boards and window strips show, to machines that stand in that hall. */
export function boardsHttp(http: Http, { live, fleet, hall }: Deps): void {
  serve(http, boardsRoutes.show, ({ params, headers }) =>
    asMachine('window', async () => {
      const { hall: place, window_id: window } = await fleet.known({
        ...{ device: params.device, key: headers['device-key'] },
      });
      return hall.boardOf(place, window);
    }),
  );
  serve(http, boardsRoutes.watch, async ({ params, query }, _caller, { transaction, gone }) => {
    const row = await asMachine('window', () =>
      transaction((tx) => fleet.admit(tx, { device: params.device, ticket: query.ticket })),
    );
    const own = live.listen({ topic: deviceTopic, key: row.device_id }, gone);
    return eitherOf([own, hall.watchBoard(row.hall, gone)]);
  });
}
