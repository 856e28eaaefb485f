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

  it('takes addresses and networks of proxies, and nothing that only looks like them', () => {
    const load = (TRUSTED_PROXIES: string) => loadConfig({ ...needed, TRUSTED_PROXIES }).TRUSTED_PROXIES;
    expect(load('10.0.0.0/8, 192.0.2.7,fd00::/8')).toEqual(['10.0.0.0/8', '192.0.2.7', 'fd00::/8']);
    for (const wrong of ['10.0.0.0/33', 'proxy.example', '10.0.0', '10.0.0.0/8/8', 'true', '10.0.0.0/', '*'])
      expect(() => load(wrong)).toThrow(/TRUSTED_PROXIES: addresses or networks/);
  });

  it('splits lists', () => {
    expect(loadConfig({ ...needed, WORKFLOW_PROJECTS: 'a, b' }).WORKFLOW_PROJECTS).toEqual(['a', 'b']);
  });
});
