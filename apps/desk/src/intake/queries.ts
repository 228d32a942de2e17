import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogueRoutes, type IntakeMark, intakeRoutes, type Sitting } from '@tongban/contract';
import { call } from '../api/call.ts';

const sittingKey = ['sitting'] as const;
/** While the person reads and signs, the desk looks for the answer this often. */
const lookMs = 1200;

/** 坐席: my open sitting, or none; while somebody signs it is looked at again and again. */
export function useCurrentSitting() {
  return useQuery({
    queryKey: sittingKey,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state: { data } }) =>
      typeof data === 'object' && data.confirmation.state === 'asked' ? lookMs : false,
    queryFn: async () => (await call(intakeRoutes.current, {})).sitting ?? 'none',
  });
}

/** Does something in the sitting, one after another; what the server answers is shown at once. */
export function useSittingAct() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'sitting' },
    mutationFn: (send: () => Promise<Sitting>) => send(),
    onSuccess: (sitting) => {
      client.setQueryData(sittingKey, sitting.endedAt === undefined ? sitting : 'none');
    },
  });
}

const marksKey = (sitting: string) => ['sitting-marks', sitting] as const;

/** 收件核对: what was found at the intake checkpoints of the sitting. */
export function useSittingMarks(sitting: string) {
  return useQuery({
    queryKey: marksKey(sitting),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await call(intakeRoutes.marks, { params: { sitting } })).marks,
  });
}

/** Keeps all marks of the sitting; those before them are replaced. */
export function useSaveMarks(sitting: string, saved: (sent: readonly IntakeMark[]) => void) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'sitting' },
    mutationFn: (marks: IntakeMark[]) => call(intakeRoutes.mark, { params: { sitting }, body: { marks } }),
    onSuccess: ({ marks }, sent) => {
      client.setQueryData(marksKey(sitting), marks);
      saved(sent);
    },
  });
}

/** Which edition of an item holds here today, whole. */
export async function loadEdition(item: string, division: string | undefined) {
  const query = division === undefined ? {} : { division };
  const { edition } = await call(catalogueRoutes.item, { params: { item }, query });
  return { id: edition, edition: await call(catalogueRoutes.edition, { params: { edition } }) };
}

/** The bytes of the receipt or of a paper of the sitting. */
export function sittingPaperQuery(sitting: string, document: string) {
  return {
    queryKey: ['sitting-paper', sitting, document],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { contentType, bytes } = await call(intakeRoutes.document, { params: { sitting, document } });
      return new Blob([new Uint8Array(bytes)], { type: contentType });
    },
  };
}
