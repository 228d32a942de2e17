/** @jsxImportSource preact */
/** How far each mouth bends, from the best level to the worst. */
const mouths = [
  'M7 14c1.4 3.4 8.6 3.4 10 0z',
  'M7.5 14.2c1.6 2.6 7.4 2.6 9 0',
  'M8 15h8',
  'M7.5 16.6c1.6-2.4 7.4-2.4 9 0',
  'M7 17.4c1.2-4 8.8-4 10 0',
] as const;

/** 表情: says the level a second time, for eyes alone. */
export function Face({ level }: { readonly level: number }) {
  return (
    <svg class="face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10" />
      <path d="M9 8.6v1.6M15 8.6v1.6" />
      <path d={mouths[level - 1] ?? mouths[2]} class={level === 1 ? 'face__open' : undefined} />
    </svg>
  );
}
