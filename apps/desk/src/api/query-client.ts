import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '@tongban/kernel';
import { setExpired } from './expiry.ts';

/** Creates the cache of what the server told us; only an unreachable server is asked again by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: watchSession }),
    mutationCache: new MutationCache({
      // A wrong password is refused in the same way as a lost session; the form says so itself.
      onError: (error, _variables, _context, { meta }) => meta?.signIn === true || watchSession(error),
    }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (times, error) => isUnreachable(error) && times < 2 },
    },
  });
}

function watchSession(error: Error): void {
  if (error instanceof Problem && error.kind === 'unauthenticated') setExpired(true);
}

function isUnreachable(error: Error): boolean {
  return error instanceof Problem && error.kind === 'unavailable';
}
