/** 设计令牌: colours and sizes of every screen. Modes only re-bind tokens; contrast was computed for each pair in use. */
export const colours = {
  'brand-900': '#08264f',
  'brand-700': '#0b4a99',
  'brand-600': '#1558b0',
  'brand-100': '#e8f1fc',
  gold: '#8a6100',
  'gold-bright': '#ffd54a',
  focus: '#ffc933',
  ink: '#14202e',
  'ink-2': '#465465',
  'ink-3': '#5f6d7d',
  line: '#d5dce4',
  'line-strong': '#7b8896',
  surface: '#f3f6fa',
  paper: '#ffffff',
  danger: '#b42318',
  'danger-bg': '#fdecea',
  warn: '#7a4a00',
  'warn-bg': '#fff4d6',
  ok: '#0f6b3c',
  'ok-bg': '#e6f5ec',
  info: '#1558b0',
  'info-bg': '#e8f1fc',
  'card-azure': '#0b4a99',
  'card-jade': '#0f6b3c',
  'card-plum': '#5b2a86',
  'card-gold': '#7a5600',
  'card-slate': '#33475b',
  'card-rose': '#96294c',
  hall: '#0b1b30',
  'hall-2': '#14304f',
  'hall-line': '#2d4a6d',
  'hall-ink-2': '#b8c7da',
} as const;

export const sizes = {
  'fs-1': '14px',
  'fs-2': '17px',
  'fs-3': '20px',
  'fs-4': '24px',
  'fs-5': '30px',
  lh: '1.6',
  'sp-1': '4px',
  'sp-2': '8px',
  'sp-3': '12px',
  'sp-4': '16px',
  'sp-5': '24px',
  'sp-6': '32px',
  'sp-7': '48px',
  tap: '48px',
  radius: '8px',
  'radius-s': '4px',
  measure: '38em',
} as const;

/** 大字版: larger type, taller targets, darker secondary ink. */
export const elder = {
  'fs-1': '18px',
  'fs-2': '22px',
  'fs-3': '26px',
  'fs-4': '30px',
  'fs-5': '36px',
  tap: '64px',
  'ink-2': '#2b3744',
  'ink-3': '#2b3744',
} as const;

/** 工作台: dense rows for staff. */
export const compact = {
  'fs-1': '12px',
  'fs-2': '14px',
  'fs-3': '16px',
  'fs-4': '18px',
  'fs-5': '22px',
  lh: '1.45',
  tap: '32px',
  radius: '4px',
} as const;

/** System fonts only; nothing is downloaded. */
export const font =
  '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';
