import { colours, compact, font } from './tokens.ts';

/** The tokens as the theme of the staff desk's component library; every text pair in it reaches 4.5:1. */
export const deskTheme = {
  token: {
    colorPrimary: colours['brand-700'],
    colorLink: colours['brand-700'],
    colorInfo: colours.info,
    colorSuccess: colours.ok,
    colorWarning: colours.warn,
    colorError: colours.danger,
    colorText: colours.ink,
    colorTextSecondary: colours['ink-2'],
    colorTextTertiary: colours['ink-3'],
    colorTextQuaternary: colours['ink-3'],
    colorTextPlaceholder: colours['ink-3'],
    colorTextDisabled: colours['ink-3'],
    colorTextDescription: colours['ink-2'],
    colorBorder: colours['line-strong'],
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.surface,
    colorWarningBg: colours['warn-bg'],
    colorErrorBg: colours['danger-bg'],
    colorSuccessBg: colours['ok-bg'],
    colorInfoBg: colours['info-bg'],
    fontFamily: font,
    fontSize: Number.parseInt(compact['fs-2'], 10),
    borderRadius: Number.parseInt(compact.radius, 10),
    motion: false,
  },
} as const;
