/** What a key may be allowed to do. People have what their role allows: see `PERMISSIONS`. */
export const ALL_SCOPES = [
  'tasks:read',
  'tasks:write',
  'tasks:complete',
  'workflows:read',
  'workflows:start',
  'workflows:write',
  'conversations:read',
  'conversations:write',
  'directory:read',
] as const;

export type Scope = (typeof ALL_SCOPES)[number];

export function isScope(value: string): value is Scope {
  return (ALL_SCOPES as readonly string[]).includes(value);
}
