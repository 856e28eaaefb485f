import type { Scope } from '../scopes';

export const DEMO_PASSWORD = 'orkestra-demo';

export interface DemoUser {
  email: string;
  displayName: string;
  role: 'admin' | 'member';
  /** Group key → role in the group. */
  groups: Record<string, 'member' | 'supervisor'>;
}

export interface DemoTenant {
  slug: string;
  name: string;
  /** Key → name. */
  groups: Record<string, string>;
  users: DemoUser[];
  servicePrincipal: string;
}

/** Everything an agent needs but deciding, which is for people. */
export const DEMO_KEY_SCOPES: readonly Scope[] = [
  'tasks:read',
  'tasks:write',
  'workflows:read',
  'workflows:start',
  'conversations:read',
  'conversations:write',
  'directory:read',
];

/** The second tenant is there to see that it sees nothing of the first. */
export const DEMO_TENANTS: readonly DemoTenant[] = [
  {
    slug: 'demo',
    name: 'Demo Company',
    groups: { 'support-l1': 'Support, first line', 'support-l2': 'Support, second line' },
    users: [
      { email: 'ada@demo.test', displayName: 'Ada Fischer', role: 'admin', groups: {} },
      {
        email: 'sam@demo.test',
        displayName: 'Sam Okafor',
        role: 'member',
        groups: { 'support-l1': 'member' },
      },
      {
        email: 'lee@demo.test',
        displayName: 'Lee Tanaka',
        role: 'member',
        groups: { 'support-l1': 'supervisor' },
      },
      {
        email: 'max@demo.test',
        displayName: 'Max Novak',
        role: 'member',
        groups: { 'support-l2': 'member' },
      },
    ],
    servicePrincipal: 'support-bot',
  },
  {
    slug: 'other',
    name: 'Other Company',
    groups: { 'support-l1': 'Support, first line' },
    users: [
      {
        email: 'olga@other.test',
        displayName: 'Olga Petrova',
        role: 'member',
        groups: { 'support-l1': 'member' },
      },
    ],
    servicePrincipal: 'support-bot',
  },
];
