import { loadConfig } from './config';

const needed = {
  DATABASE_URL: 'postgres://app:x@127.0.0.1:5432/orkestra',
  SYSTEM_DATABASE_URL: 'postgres://system:x@127.0.0.1:5432/orkestra',
};

describe('loadConfig', () => {
  it('fills in the defaults, also for empty variables', () => {
    expect(loadConfig({ ...needed, PORT: '' })).toMatchObject({
      PORT: 4000,
      PUBLIC_URL: 'http://127.0.0.1:4000',
      WORKFLOW_PROJECTS: [],
    });
  });

  it('names each wrong variable and what it should be', () => {
    const load = () => loadConfig({ ...needed, PORT: 'http', DATABASE_URL: 'mysql://x' });
    expect(load).toThrow(/DATABASE_URL: .*postgres:\/\//);
    expect(load).toThrow(/PORT: .*number/);
    expect(() => loadConfig({})).toThrow(/DATABASE_URL[\s\S]*SYSTEM_DATABASE_URL/);
  });

  it('splits lists', () => {
    expect(loadConfig({ ...needed, WORKFLOW_PROJECTS: 'a, b' }).WORKFLOW_PROJECTS).toEqual(['a', 'b']);
  });
});
