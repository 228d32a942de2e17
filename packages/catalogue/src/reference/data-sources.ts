import Type, { type Static } from 'typebox';
import { closed, Id, prov } from './vocabulary.ts';

const Source = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 2 }),
    name_en: Type.String(),
    keeper: Type.String({ minLength: 2, description: '数据由谁负责' }),
    answers: Type.Array(
      Type.Object(
        {
          licence: Id,
          materials: Type.Optional(Type.Array(Id, { minItems: 1 })),
        },
        closed,
      ),
      { minItems: 1, description: '能核验哪些证照，和哪些材料（按材料 id）' },
    ),
    wait_ms: Type.Integer({ minimum: 100, maximum: 3000, description: '最多等多久，毫秒' }),
    ...prov,
  },
  closed,
);
export type DataSource = Static<typeof Source>;

/**
 * 数据源 (data-sources.yaml): whom to ask in place of which paper. `applicants` are the words for a holder that mean the
 * applicant in person; nobody else's data are asked for.
 */
export const DataSources = Type.Object(
  { applicants: Type.Array(Type.String({ minLength: 1 })), sources: Type.Array(Source) },
  closed,
);
export type DataSources = Static<typeof DataSources>;
