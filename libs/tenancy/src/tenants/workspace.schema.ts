import { oneLine } from '@orkestra/core';
import { InvalidWorkspaceError } from './tenants.errors';

export interface WorkspaceChanges {
  name?: string | undefined;
  /** A language tag such as `de` or `en-GB`. */
  locale?: string | null | undefined;
  /** Such as `Europe/Berlin`. */
  timeZone?: string | null | undefined;
  /** Such as `#0f766e`. */
  accentColor?: string | null | undefined;
}

export interface Logo {
  bytes: Buffer;
  type: string;
}

export const LARGEST_LOGO = 64 * 1024;
const LONGEST_NAME = 100;

/** @throws InvalidWorkspaceError */
export function checkWorkspace({ name, locale, timeZone, accentColor }: WorkspaceChanges): WorkspaceChanges {
  return {
    name: name === undefined ? undefined : checkName(name),
    locale:
      locale == null
        ? locale
        : canonical(
            '/locale',
            () => Intl.getCanonicalLocales(locale)[0],
            'is no language tag such as de or en-GB',
          ),
    timeZone: timeZone == null ? timeZone : checkZone(timeZone),
    accentColor: accentColor == null ? accentColor : checkColor(accentColor),
  };
}

/**
 * Pictures alone that a browser shows without running anything in them: no SVG.
 * @throws InvalidWorkspaceError
 */
export function checkLogo(bytes: Buffer): Logo {
  if (bytes.length > LARGEST_LOGO) throw new InvalidWorkspaceError('/logo', 'is larger than 64 KiB');
  const type = SIGNATURES.find(([, matches]) => matches(bytes))?.[0];
  if (type === undefined) throw new InvalidWorkspaceError('/logo', 'is no picture in PNG, JPEG or WebP');
  return { bytes, type };
}

const SIGNATURES: readonly [string, (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  ['image/webp', (bytes) => /^RIFF[^]{4}WEBP$/.test(bytes.subarray(0, 12).toString('latin1'))],
];

function checkName(text: string): string {
  const name = oneLine(text).trim();
  if (name === '' || name.length > LONGEST_NAME || name.includes('\0'))
    throw new InvalidWorkspaceError('/name', `must have 1 to ${LONGEST_NAME} characters`);
  return name;
}

function checkZone(text: string): string {
  const zone = () => new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  const message = 'is no time zone such as Europe/Berlin';
  if (/^[+-]/.test(text)) throw new InvalidWorkspaceError('/timeZone', message);
  canonical('/timeZone', zone, message);
  return text;
}

function checkColor(text: string): string {
  const color = text.toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(color))
    throw new InvalidWorkspaceError('/accentColor', 'is no colour such as #0f766e');
  return color;
}

function canonical(pointer: string, read: () => string | undefined, message: string): string {
  try {
    const value = read();
    if (value !== undefined) return value;
  } catch {
    // Node says it in its own words.
  }
  throw new InvalidWorkspaceError(pointer, message);
}
