import type { ApiKeyState } from '../generated/graphql';

export interface StateWords {
  label: string;
  color: string;
  /** What it means, where the label alone does not say. */
  hint?: string;
}

export const STATE_WORDS: Readonly<Record<ApiKeyState, StateWords>> = {
  ACTIVE: { label: 'Active', color: 'green' },
  EXPIRING: { label: 'Expires soon', color: 'yellow', hint: 'Rotate it before programs stop working.' },
  ROTATED: { label: 'Rotated', color: 'yellow', hint: 'Put the new key in place before this one ends.' },
  STOPPED: {
    label: 'Stopped',
    color: 'red',
    hint: 'The person on whose behalf it acts, or its program, is inactive. Choose somebody else, or revoke it.',
  },
  EXPIRED: { label: 'Expired', color: 'gray' },
  REVOKED: { label: 'Revoked', color: 'gray' },
};

/** What a key is called: its name, else its program, with what tells it apart. */
export function keyTitle({
  name,
  prefix,
  principal,
}: {
  name: string;
  prefix: string;
  principal: { name: string };
}): string {
  return `${name || principal.name} (ork_${prefix}…)`;
}

/** `tasks:read` and `tasks:write` belong together, in the order in which they come. */
export function groupScopes<Scope extends { name: string }>(scopes: readonly Scope[]): Map<string, Scope[]> {
  const groups = new Map<string, Scope[]>();
  for (const scope of scopes) {
    const [area = ''] = scope.name.split(':');
    groups.set(area, [...(groups.get(area) ?? []), scope]);
  }
  return groups;
}

/** Networks as people write them: by lines, commas or blanks. */
export function readNetworks(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '');
}
