/** @jsxImportSource preact */
import type { Words } from '@tongban/catalogue';
import type { Visit } from '../visit.ts';
import { Chinese, Said } from '../words.tsx';

type SubjectProps = {
  readonly visit: Visit;
  readonly name: Words;
  /** The hall, or the city while no hall is chosen. */
  readonly place: string | undefined;
  readonly title: string;
};

/** The heading of a step, with what is booked and where above it. */
export function Subject({ visit, name, place, title }: SubjectProps) {
  return (
    <div class="stack stack--tight">
      <p class="soft small">
        <Said words={name} />
        {place !== undefined && (
          <>
            {' · '}
            <Chinese visit={visit}>{place}</Chinese>
          </>
        )}
      </p>
      <h1>{title}</h1>
    </div>
  );
}
