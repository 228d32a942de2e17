import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { screensRoutes, windowRoutes } from '@tongban/contract';
import { call } from '../api/call.ts';

const screenKey = ['window-screen'] as const;

/** 窗口设置: where my window stands and which devices it has. */
export function useWindowSettings() {
  return useQuery({
    queryKey: ['window'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call(windowRoutes.get, {}),
  });
}

/** 群众屏: the second screen of my window; asked again now and then, so that its state is true. */
export function useMyScreen() {
  return useQuery({
    queryKey: screenKey,
    refetchInterval: 8000,
    queryFn: async () => (await call(screensRoutes.mine, {})).screen ?? 'none',
  });
}

/** Pairs the screen that shows this code with my window. */
export function usePairScreen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => call(screensRoutes.pair, { body: { code } }),
    onSuccess: (screen) => client.setQueryData(screenKey, screen),
  });
}

/** Releases the screen; it forgets everything. */
export function useReleaseScreen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (screen: string) => call(screensRoutes.release, { params: { screen } }),
    onSuccess: () => client.setQueryData(screenKey, 'none'),
  });
}

export type ScreenState = 'online' | 'offline' | 'none';

/** How the second screen stands, in a word. */
export function screenStateOf(screen: ReturnType<typeof useMyScreen>['data']): ScreenState {
  if (screen === undefined || screen === 'none') return 'none';
  return screen.online ? 'online' : 'offline';
}
