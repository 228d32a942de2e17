import type { Problem } from '@tongban/kernel';

/**
 * The refusal in an error, if it is one. It is known by its name: the server that calls this bundle throws its own
 * class, not the one built into the bundle.
 */
export function findProblem(error: unknown): Problem | undefined {
  return error instanceof Error && error.name === 'Problem' ? (error as Problem) : undefined;
}
