import { loadSettings, type StackPlace } from './settings';

const place: StackPlace = {
  folder: '/project',
  programs: '/project/dist',
  adminApp: '/project/admin',
  workflowProjects: 'examples/support-bot',
  advice: [],
};

const app = 'postgres://orkestra_app:a@db:5432/orkestra';
const system = 'postgres://orkestra_system:b@db:5432/orkestra';
const owner = 'postgres://orkestra_owner:c@db:5432/orkestra';

describe('loadSettings', () => {
  it('runs everything here by default', () => {
    const settings = loadSettings({}, place);
    expect(settings).toMatchObject({
      home: '/project/.orkestra',
      publicUrl: 'http://127.0.0.1:4000',
      ports: { gateway: 4000, mcp: 4100, worker: 4200, postgres: 5433, temporal: 7233, temporalUi: 8233 },
      database: { kind: 'embedded' },
      externalTemporal: undefined,
      workflowProjects: 'examples/support-bot',
    });
  });

  it('takes an empty variable as not set', () => {
    expect(loadSettings({ PORT: '', DATABASE_URL: '' }, place).ports.gateway).toBe(4000);
  });

  it('names every wrong variable', () => {
    const load = () => loadSettings({ PORT: 'abc', TEMPORAL_ADDRESS: 'http://temporal' }, place);
    expect(load).toThrow(/PORT[^]*TEMPORAL_ADDRESS: must be host:port/);
  });

  it.each([
    ['postgres://admin@db:5432/postgres', 'orkestra'],
    ['postgres://admin@db:5432', 'orkestra'],
    ['postgres://admin@db:5432/helpdesk', 'helpdesk'],
  ])('takes DATABASE_URL alone, %s, as an administrator of the database %s', (adminUrl, database) => {
    const settings = loadSettings({ DATABASE_URL: adminUrl }, place);
    expect(settings.database).toEqual({ kind: 'server', adminUrl, database });
  });

  it('takes all three as they are', () => {
    const env = { DATABASE_URL: app, SYSTEM_DATABASE_URL: system, MIGRATION_DATABASE_URL: owner };
    expect(loadSettings(env, place).database).toEqual({
      kind: 'ready',
      urls: { databaseUrl: app, systemDatabaseUrl: system, migrationDatabaseUrl: owner },
    });
  });

  it('refuses two of the three', () => {
    const load = () => loadSettings({ DATABASE_URL: app, SYSTEM_DATABASE_URL: system }, place);
    expect(load).toThrow(/all three of DATABASE_URL, SYSTEM_DATABASE_URL and MIGRATION_DATABASE_URL/);
  });

  it('shows an address that a browser can open when it binds every one', () => {
    expect(loadSettings({ HOST: '0.0.0.0', PORT: '8080' }, place).publicUrl).toBe('http://127.0.0.1:8080');
  });
});
