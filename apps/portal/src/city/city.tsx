/** @jsxImportSource preact */
import { Button, ErrorSummary, Radios } from '@tongban/ui';
import { first, safeNext } from '../address.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { preferenceCookie, type Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

/** 选择城市: rules, halls and phones differ by city. */
export function showCities(visit: Visit): PageAnswer {
  return cityPage(visit, safeNext(first(visit.query, 'next')));
}

/** Keeps the chosen city on this device and goes back to where the person was. */
export function chooseCity(visit: Visit): PageAnswer {
  const { form } = visit.request;
  const next = safeNext(first(form, 'next'));
  const chosen = visit.cities.find((one) => one.served && one.code === first(form, 'city'));
  if (chosen === undefined) return cityPage(visit, next, visit.say('选择一个城市', 'Choose a city'));
  return leadTo(visit, next, [preferenceCookie('city', chosen.code)]);
}

function cityPage(visit: Visit, next: string, error?: string): PageAnswer {
  const { say, cities, city } = visit;
  const served = cities.filter((one) => one.served);
  const others = cities.filter((one) => !one.served);
  const title = say('在哪个城市办', 'Choose your city');
  return page(visit, {
    title,
    status: error === undefined ? 200 : 400,
    back: { href: next, words: say('返回', 'Back') },
    children: (
      <form class="stack" method="post" action="/city">
        {error && (
          <ErrorSummary
            title={say('有 1 处要改', 'There is a problem')}
            faults={[{ id: 'city', message: error }]}
          />
        )}
        <input type="hidden" name="next" value={next} />
        <Radios
          id="city"
          name="city"
          heading
          label={title}
          hint={say(
            '办理条件、时限和大厅地址，各市不一样。',
            'Conditions, time limits and halls differ by city.',
          )}
          error={error}
          options={served.map((one) => ({
            value: one.code,
            label: <Chinese visit={visit}>{one.name}</Chinese>,
            chosen: one.code === city.code,
          }))}
        />
        <div class="actions">
          <Button>{say('确定', 'Continue')}</Button>
        </div>
        {others.length > 0 && (
          <p class="small soft">
            {say('还没有接入的城市：', 'Not served here yet: ')}
            <Chinese visit={visit}>{others.map((one) => one.name).join('、')}</Chinese>
          </p>
        )}
      </form>
    ),
  });
}
