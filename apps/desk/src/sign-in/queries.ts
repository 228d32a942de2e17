import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Assignment, identityRoutes, type Session } from '@tongban/contract';
import { call } from '../api/call.ts';
import { setExpired } from '../api/expiry.ts';
import { kept } from '../kept/kept.ts';

type StaffSession = Extract<Session, { kind: 'staff' }>;

/** A staff member at work: signed in, with one post chosen. */
export type DeskSession = StaffSession & { assignment: Assignment };

export type SignInFields = { login: string; password: string; totp: string };

const sessionKey = ['session'] as const;

/** Who is signed in at this browser. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: () => call(identityRoutes.session, {}),
    refetchOnWindowFocus: false,
  });
}

/** Signs in; what was typed stays for the same person and is gone for another. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInFields) => call(identityRoutes.signInStaff, { body }),
    meta: { signIn: true },
    onSuccess: async (session) => {
      if (session.kind !== 'anyone') forgetOthers(session.personId);
      client.setQueryData(sessionKey, session);
      setExpired(false);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
  });
}

/** Acts from another of my posts; every list is asked for again. */
export function useChoosePost() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (assignment: string) => call(identityRoutes.chooseAssignment, { body: { assignment } }),
    onSuccess: async (session) => {
      client.setQueryData(sessionKey, session);
      await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
  });
}

/** Ends the session and leaves nothing of it in this tab. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(identityRoutes.signOut, {}),
    onSettled: () => {
      kept.dropAll();
      setExpired(false);
      client.clear();
      client.setQueryData(sessionKey, { kind: 'anyone' } satisfies Session);
    },
  });
}

function forgetOthers(personId: string): void {
  if (kept.read<string>('person') !== personId) kept.dropAll();
  kept.write('person', personId);
}
