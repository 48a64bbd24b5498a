/**
 * Colours and type sizes. Okabe & Ito's eight colours (2008) serve every theme; on white, orange, sky and yellow fall
 * under 3:1, so the light theme outlines them. Nothing is told by colour alone and red/green never means loss/gain
 * (the mainland reverses it): trouble is vermillion, relief is blue.
 */
import type { LaneKind } from '../playback/lane-book.ts';
import type { MarkTone } from './marks.ts';
import type { GlyphPlan } from './plan.ts';

export const OKABE_ITO = {
  orange: 0xe69f00,
  sky: 0x56b4e9,
  green: 0x009e73,
  yellow: 0xf0e442,
  blue: 0x0072b2,
  vermillion: 0xd55e00,
  purple: 0xcc79a7,
} as const;

export const THEMES = ['dark', 'light', 'projector'] as const;
export type ThemeName = (typeof THEMES)[number];

export interface Palette {
  readonly background: number;
  /** A calm glow behind the network, centre to rim; equal to the background where flat. */
  readonly glow: number;
  readonly ink: number;
  readonly muted: number;
  /** Faint lines: unlit ring months, plate borders. */
  readonly faint: number;
  readonly disc: number;
  readonly discRim: number;
  readonly plate: number;
  readonly plateRim: number;
  readonly pill: number;
  readonly selection: number;
  /** Ring of those who stand otherwise in the other history. */
  readonly difference: number;
  readonly ring: number;
  /** Ring with under three months of cash. */
  readonly ringLow: number;
  readonly lane: { readonly [kind in LaneKind]: number };
  /** Outline under a lane or mark whose colour has under 3:1 on the background; null where none is needed. */
  readonly outline: { readonly [kind in LaneKind]: number | null };
  readonly laneAlpha: number;
  readonly tone: { readonly [tone in MarkTone]: number };
  readonly part: {
    readonly [part in GlyphPlan['assets'][number]['part'] | GlyphPlan['liabilities'][number]['part']]: number;
  };
  readonly hatch: number;
}

const { orange, sky, yellow, blue, vermillion } = OKABE_ITO;
const NONE = { cash: null, debt: null, equity: null, rent: null, gpu: null };

export const PALETTES: { readonly [theme in ThemeName]: Palette } = {
  dark: {
    background: 0x0d1420,
    glow: 0x142036,
    ink: 0xe9eef7,
    muted: 0x9aa9c0,
    faint: 0x2a3648,
    disc: 0x0f1826,
    discRim: 0x24344d,
    plate: 0x121b2a,
    plateRim: 0x4a5a73,
    pill: 0x0b111b,
    selection: 0xffffff,
    difference: yellow,
    ring: 0x8ec9ee,
    ringLow: 0xf08a3c,
    lane: { cash: sky, debt: 0xe8752a, equity: 0xd98bb8, rent: 0x1fbf92, gpu: orange },
    outline: NONE,
    laneAlpha: 0.5,
    tone: { plain: 0xc8d3e3, trouble: 0xf0803a, relief: sky, equity: 0xd98bb8, debt: 0xe8752a, gpu: orange, rent: 0x1fbf92 },
    part: { cash: 0x7cc4ee, claims: 0x3f7fb5, gpus: orange, other: 0x54708f, equity: 0xe6edf6, debt: 0xb8581f, owed: 0x8a6a8f },
    hatch: 0x5b6b82,
  },
  light: {
    background: 0xffffff,
    glow: 0xf4f7fb,
    ink: 0x142033,
    muted: 0x51607a,
    faint: 0xd5dce6,
    disc: 0xffffff,
    discRim: 0xb4c0d0,
    plate: 0xf5f8fc,
    plateRim: 0x77869c,
    pill: 0xffffff,
    selection: 0x142033,
    difference: 0x7a6f00,
    ring: blue,
    ringLow: vermillion,
    lane: { cash: sky, debt: vermillion, equity: 0xb3538a, rent: 0x00805d, gpu: orange },
    outline: { cash: 0x1f6fa3, debt: null, equity: null, rent: null, gpu: 0x8a5f00 },
    laneAlpha: 0.88,
    tone: { plain: 0x3a4960, trouble: 0xb84e00, relief: blue, equity: 0xa8447d, debt: 0xb84e00, gpu: 0x8a5f00, rent: 0x00704f },
    part: { cash: sky, claims: blue, gpus: orange, other: 0x8b9bb0, equity: 0xffffff, debt: 0xc95a05, owed: 0xa77599 },
    hatch: 0x51607a,
  },
  projector: {
    background: 0xffffff,
    glow: 0xffffff,
    ink: 0x000000,
    muted: 0x33404f,
    faint: 0xc4ccd8,
    disc: 0xffffff,
    discRim: 0x6b7889,
    plate: 0xffffff,
    plateRim: 0x33404f,
    pill: 0xffffff,
    selection: 0x000000,
    difference: 0x5c5300,
    ring: 0x005a8e,
    ringLow: 0xb84e00,
    lane: { cash: 0x3aa0dd, debt: 0xc05300, equity: 0xa03c76, rent: 0x006b4d, gpu: orange },
    outline: { cash: 0x0b4f7c, debt: null, equity: null, rent: null, gpu: 0x6b4900 },
    laneAlpha: 0.85,
    tone: { plain: 0x1b2636, trouble: 0x9c4200, relief: 0x005a8e, equity: 0x8c2f65, debt: 0x9c4200, gpu: 0x6b4900, rent: 0x00573e },
    part: { cash: 0x3aa0dd, claims: 0x005a8e, gpus: orange, other: 0x7b8aa0, equity: 0xffffff, debt: 0xb84e00, owed: 0x8f5a80 },
    hatch: 0x33404f,
  },
};
export { yellow as attention };

/** Type sizes in pixels; the projector is read from the last row. */
export interface TypeScale {
  readonly name: number;
  readonly state: number;
  readonly amount: number;
  readonly column: number;
  readonly legend: number;
}
export const TYPE: { readonly [theme in ThemeName]: TypeScale } = {
  dark: { name: 13, state: 12, amount: 12, column: 12, legend: 12 },
  light: { name: 13, state: 12, amount: 12, column: 12, legend: 12 },
  projector: { name: 24, state: 24, amount: 24, column: 24, legend: 24 },
};
/** Letters grow with a large stage; on a projector they are large already. */
export function typeFor(theme: ThemeName, width: number, height: number): TypeScale {
  const type = TYPE[theme];
  if (theme === 'projector') return type;
  const growth = Math.max(1, Math.min(1.4, width / 1100, height / 620));
  const grown = (size: number): number => Math.round(size * growth);
  return { name: grown(type.name), state: grown(type.state), amount: grown(type.amount), column: grown(type.column), legend: grown(type.legend) };
}
export const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** A colour laid over another at a share, as one opaque colour: crossing lanes then do not add up to a third one. */
export function laidOver(under: number, over: number, share: number): number {
  const channel = (shift: number): number => {
    const a = (under >> shift) & 255;
    const b = (over >> shift) & 255;
    return Math.round(a + (b - a) * share) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** Relative luminance of an sRGB colour (WCAG 2.2). */
export function luminance(color: number): number {
  const channel = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel((color >> 16) & 255) + 0.7152 * channel((color >> 8) & 255) + 0.0722 * channel(color & 255);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: number, b: number): number {
  const la = luminance(a);
  const lb = luminance(b);
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}
