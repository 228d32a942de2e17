/** @jsxImportSource preact */

const drawings = {
  number: 'M5 4h14v4a2 2 0 0 0 0 4v8H5v-8a2 2 0 0 0 0-4zM9 16h6M12 8v4',
  checkIn: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4',
  cases: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h5',
  papers: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  pickups: 'M3 6h18v12H3zM7 10h4v4H7zM14 10h4M14 14h4',
  apply: 'M8 2h8v20H8zM11 18.5h2M3 8l2 2-2 2M21 8l-2 2 2 2',
  rate: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 9v1.5M15 9v1.5M8 14c1.5 3 6.5 3 8 0',
  hotline: 'M6 3h3l2 5-2.500 1.500a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3',
  card: 'M3 6h18v12H3zM6 10.5a2 2 0 1 0 4 0 2 2 0 0 0-4 0M5.5 15.5c.5-2 4.500-2 5 0M14 10h4M14 14h3',
  phone: 'M8 2h8v20H8zM11 18.5h2',
  code: 'M4 5h4v4H4zM10 5h4v4h-4zM16 5h4v4h-4zM4 12h4v4H4zM10 12h4v4h-4zM16 12h4v4h-4z',
  plain: 'M5 4h14v4a2 2 0 0 0 0 4v8H5v-8a2 2 0 0 0 0-4z',
  large: 'M3 19 9 5l6 14M5 14h8M16 19l3-8 3 8M17 16h4',
  low: 'M12 3v13M6 11l6 6 6-6M4 21h16',
  aloud: 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11',
  language: 'M3 5h9M7.500 3v2M10 5c-1 4-4 6-6 7M5 8c1 2 3 4 5 4M12 20l4-10 4 10M13.500 17h5',
  back: 'M15 5l-7 7 7 7',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  on: 'M9 5l7 7-7 7',
  done: 'M4 12.500l5 5L20 7',
  finger: 'M6 11a6 6 0 0 1 12 0c0 3 0 5-1 8M9 20c1-3 1-5 1-9a2 2 0 0 1 4 0c0 4 0 6-1 10M6 14c0 2 0 3-.500 5',
  door: 'M5 3h14v18H5zM15 12h.500M9 3v18',
} as const;
export type IconName = keyof typeof drawings;

/** A drawing of lines; what it means stands beside it in words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
