/** @jsxImportSource preact */
import type { MaterialView } from '@tongban/catalogue';
import { Details } from '@tongban/ui';
import type { Visit } from '../visit.ts';
import { Said } from '../words.tsx';
import type { Told } from './told.ts';

/** 要带什么: what everyone brings, then what depends on the situation. */
export function ItemMaterials({ visit, view }: Told) {
  const { say } = visit;
  const always = view.materials.filter((one) => !one.conditional);
  const depends = view.materials.filter((one) => one.conditional);
  return (
    <section>
      <h2>{say('要带什么', 'What to bring')}</h2>
      {always.length > 0 && (
        <>
          <h3>{say('都要带的', 'Everyone brings')}</h3>
          <Materials visit={visit} materials={always} />
        </>
      )}
      {depends.length > 0 && (
        <>
          <p>
            {say(
              `另外有 ${depends.length} 样看情况，多数人只要其中几样。`,
              `${depends.length} more depend on your situation; most people need only a few.`,
            )}{' '}
            <a class="no-print" href={`/items/${view.id}/guide`}>
              {say('答几个问题，得到您自己的清单', 'Answer a few questions to get your own list')}
            </a>
          </p>
          <Details summary={say(`看看这 ${depends.length} 样`, `Show all ${depends.length}`)}>
            <Materials visit={visit} materials={depends} />
          </Details>
        </>
      )}
      {view.notAskedAnyMore.length > 0 && (
        <NotAsked visit={visit} names={view.notAskedAnyMore.map(({ name }) => name)} />
      )}
    </section>
  );
}

function Materials({
  visit,
  materials,
}: {
  readonly visit: Visit;
  readonly materials: readonly MaterialView[];
}) {
  const { say } = visit;
  return (
    <ul class="stack stack--tight">
      {materials.map((one) => (
        <li key={one.id}>
          <span class="strong">
            <Said words={one.name} />
          </span>
          <div class="small soft">
            <Said words={one.form} />
            {one.substitute && (
              <>
                {say('。', '. ')}
                <Said words={one.substitute} />
              </>
            )}
          </div>
          {one.when && (
            <div class="small soft">
              {say('什么时候要：', 'When: ')}
              <Said words={one.when} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function NotAsked({
  visit,
  names,
}: {
  readonly visit: Visit;
  readonly names: readonly { text: string; missing?: true }[];
}) {
  return (
    <p class="small soft">
      {visit.say('这些已经不用交了：', 'No longer asked for: ')}
      {names.map((name, at) => (
        <span key={name.text}>
          {at > 0 && visit.say('、', ', ')}
          <Said words={name} />
        </span>
      ))}
    </p>
  );
}
