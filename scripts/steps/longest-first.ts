import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** 先长后短: begins with the files named, so that nobody waits at the end for a long one alone. Vitest asks for a class. */
export function longestFirst(names: readonly string[]): typeof BaseSequencer {
  const placeOf = ({ moduleId }: TestSpecification) => {
    const place = names.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return place === -1 ? names.length : place;
  };
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const usual = await super.sort(files);
      return usual.toSorted((one, other) => placeOf(one) - placeOf(other));
    }
  };
}
