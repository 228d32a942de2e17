/** @jsxImportSource preact */
import { ScriptButton } from '@tongban/ui';
import { address, first } from '../address.ts';
import { timeText } from '../days.ts';
import { hereOf } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { oldestOf } from '../waits.ts';

const LATITUDE_LONGITUDE = /^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?$/;

/** 我在哪: told by the browser when the person wants it, kept only in the address of the page. */
export function nearOf(visit: Pick<Visit, 'query'>): string | undefined {
  const near = first(visit.query, 'near');
  return near !== undefined && LATITUDE_LONGITUDE.test(near) ? near : undefined;
}

type SortingProps = { readonly visit: Visit; readonly lives: readonly { readonly asOf: string }[] };

/** How the halls are ordered and how old the figures are. */
export function Sorting({ visit, lives }: SortingProps) {
  const { say } = visit;
  const near = nearOf(visit);
  const asOf = oldestOf(lives);
  return (
    <div class="stack stack--tight">
      {near === undefined ? (
        <div class="actions near">
          <ScriptButton does="near">{say('按离我的远近排', 'Show the nearest first')}</ScriptButton>
        </div>
      ) : (
        <p class="small">
          {say(
            '离您近的排在前面，按直线距离。位置没有保存。',
            'The nearest come first, as the crow flies. We do not keep where you are.',
          )}{' '}
          <a
            href={address(
              visit.path,
              visit.query.filter(([key]) => key !== 'near'),
            )}
          >
            {say('不按远近排', 'Undo')}
          </a>
        </p>
      )}
      {asOf !== undefined && (
        <p class="small soft">
          {say(`${timeText(asOf)} 更新`, `Updated ${timeText(asOf)}`)}{' '}
          <a href={hereOf(visit)}>{say('刷新', 'Refresh')}</a>
        </p>
      )}
      <p class="toast" role="status" data-near />
    </div>
  );
}
