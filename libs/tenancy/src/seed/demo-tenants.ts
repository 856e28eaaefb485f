import type { BusinessCalendar, OpeningHours } from '../calendars/business-calendar';
import type { TenantRole } from '../roles';
import type { Scope } from '../scopes';

export const DEMO_PASSWORD = 'orkestra-demo';

export interface DemoUser {
  email: string;
  displayName: string;
  role: TenantRole;
  /** Group key → role in the group. */
  groups: Record<string, 'member' | 'supervisor'>;
  skills?: string[];
}

interface DemoGroup {
  name: string;
  /** Key of its own calendar. */
  calendar?: string;
}

export interface DemoTenant {
  slug: string;
  name: string;
  /** The first is the tenant's own. */
  calendars: (BusinessCalendar & { key: string; name: string })[];
  /** By key. */
  groups: Record<string, DemoGroup>;
  users: DemoUser[];
  servicePrincipal: string;
}

/** Everything an agent needs but deciding, which is for people. */
export const DEMO_KEY_SCOPES: readonly Scope[] = [
  'tasks:read',
  'tasks:write',
  'workflows:read',
  'workflows:start',
  'workflows:write',
  'conversations:read',
  'conversations:write',
  'directory:read',
];

const BERLIN: DemoTenant['calendars'] = [
  berlinCalendar('office', 'Office hours', [{ from: '09:00', to: '17:00' }], []),
  berlinCalendar(
    'support',
    'Support hours',
    [{ from: '08:00', to: '20:00' }],
    [{ from: '10:00', to: '16:00' }],
  ),
];

/** The second tenant is there to see that it sees nothing of the first. */
export const DEMO_TENANTS: readonly DemoTenant[] = [
  {
    slug: 'demo',
    name: 'Demo Company',
    calendars: BERLIN,
    groups: {
      'support-l1': { name: 'Support, first line', calendar: 'support' },
      'support-l2': { name: 'Support, second line' },
    },
    users: [
      { email: 'ada@demo.test', displayName: 'Ada Fischer', role: 'owner', groups: {} },
      {
        email: 'sam@demo.test',
        displayName: 'Sam Okafor',
        role: 'operator',
        groups: { 'support-l1': 'member' },
        skills: ['german', 'refunds'],
      },
      {
        email: 'lee@demo.test',
        displayName: 'Lee Tanaka',
        role: 'operator',
        groups: { 'support-l1': 'supervisor' },
        skills: ['english', 'german', 'refunds'],
      },
      {
        email: 'max@demo.test',
        displayName: 'Max Novak',
        role: 'operator',
        groups: { 'support-l2': 'member' },
        skills: ['billing', 'german', 'network'],
      },
    ],
    servicePrincipal: 'support-bot',
  },
  {
    slug: 'other',
    name: 'Other Company',
    calendars: [],
    groups: { 'support-l1': { name: 'Support, first line' } },
    users: [
      {
        email: 'olga@other.test',
        displayName: 'Olga Petrova',
        role: 'operator',
        groups: { 'support-l1': 'member' },
      },
    ],
    servicePrincipal: 'support-bot',
  },
];

function berlinCalendar(key: string, name: string, week: OpeningHours[], saturday: OpeningHours[]) {
  return {
    key,
    name,
    zone: 'Europe/Berlin',
    hours: {
      monday: week,
      tuesday: week,
      wednesday: week,
      thursday: week,
      friday: week,
      saturday,
      sunday: [],
    },
    holidays: { country: 'DE', state: 'BE' },
    closedDates: [],
    openDates: [],
  };
}

/** Of the tenants that are there to try Orkestra with. */
export const DEMO_SLUGS: readonly string[] = DEMO_TENANTS.map(({ slug }) => slug);
