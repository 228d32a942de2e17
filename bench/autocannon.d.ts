/** The part of autocannon that is used here; the package brings no types. */
declare module 'autocannon' {
  type Wish = { readonly url: string; readonly connections: number; readonly duration: number };
  type Result = {
    readonly requests: { readonly average: number };
    readonly non2xx: number;
    readonly errors: number;
  };
  type Run = PromiseLike<Result> & {
    on(event: 'response', told: (client: unknown, status: number, bytes: number, ms: number) => void): void;
  };
  function fire(wish: Wish): Run;
  export = fire;
}
