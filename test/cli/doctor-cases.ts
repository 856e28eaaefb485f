import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { eventually, type TestSystem } from '../harness';
import { freePort } from '../harness/servers/ports';
import { PostgresProxy } from '../harness/servers/postgres-proxy';
import type { OrkestraProgram } from './orkestra-program';

interface Stage {
  system: TestSystem;
  orkestra: OrkestraProgram;
  /** The settings by which the command finds the system as one of npm start. */
  local: Record<string, string>;
}

/** What the doctor says of an installation that is well, and of what is wrong with one. */
export function doctorCases(stage: () => Stage): void {
  describe('orkestra doctor', () => {
    let system: TestSystem;
    let orkestra: OrkestraProgram;
    let local: Record<string, string>;

    interface Finding {
      check: string;
      state: string;
      message: string;
      repair?: string;
    }
    let settings: Record<string, string>;

    beforeAll(() => {
      ({ system, orkestra, local } = stage());
      settings = {
        MIGRATION_DATABASE_URL: system.database.migrationDatabaseUrl,
        DATABASE_URL: system.database.databaseUrl,
        SYSTEM_DATABASE_URL: system.database.systemDatabaseUrl,
        TEMPORAL_ADDRESS: system.namespace.address,
        TEMPORAL_NAMESPACE: system.namespace.namespace,
      };
    });

    async function examined(more: Record<string, string>, code: number): Promise<Record<string, Finding>> {
      const answer = await orkestra.run(['doctor', '--json'], more);
      expect({ code: answer.code, err: answer.err }).toEqual({ code, err: '' });
      const { ok, findings } = JSON.parse(answer.out) as { ok: boolean; findings: Finding[] };
      expect(ok).toBe(code === 0);
      for (const { state, repair } of findings)
        expect(repair === undefined).toBe(['ok', 'skipped'].includes(state));
      return Object.fromEntries(findings.map((finding) => [finding.check, finding]));
    }

    test('a healthy installation: everything is looked at', async () => {
      const found = await examined(settings, 0);
      for (const check of [
        ...['postgres', 'migrations', 'database roles', 'clock of Postgres'],
        ...['temporal', 'temporal namespace', 'temporal retention', 'temporal search attribute'],
        ...['gateway', 'clock of the gateway', 'API key'],
      ])
        expect({ check, state: found[check]?.state }).toEqual({ check, state: 'ok' });
      expect(found['API key']?.message).toContain('support-bot in demo: tasks:read');
      expect(found['project']?.state).toBe('skipped');
      const people = await orkestra.text(['doctor'], settings);
      expect(people).toContain('All that was looked at works');
    });

    test('it finds the stack on this machine by itself', async () => {
      const found = await examined({ ...local, TEMPORAL_NAMESPACE: system.namespace.namespace }, 0);
      expect(['postgres', 'migrations', 'temporal', 'gateway'].map((check) => found[check]?.state)).toEqual(
        Array(4).fill('ok'),
      );
      expect(found['ports']?.state).toBe('skipped');
    });

    test('with nothing configured it says what it left out, and why', async () => {
      const found = await examined({ ORKESTRA_URL: '', ORKESTRA_API_KEY: '' }, 0);
      for (const check of ['postgres', 'temporal', 'gateway', 'project', 'settings'])
        expect(found[check]).toMatchObject({
          state: 'skipped',
          message: expect.stringMatching(/not|no project/),
        });
    });

    test('a database that has stopped, a wrong key and an unreachable Temporal, all in one go', async () => {
      const proxy = await PostgresProxy.start(system.database.migrationDatabaseUrl);
      proxy.cut();
      const found = await examined(
        {
          ...settings,
          MIGRATION_DATABASE_URL: proxy.through(system.database.migrationDatabaseUrl),
          TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}`,
          ORKESTRA_API_KEY: `ork_${'0'.repeat(12)}_${'a'.repeat(43)}`,
        },
        1,
      );
      await proxy.close();
      expect(found['postgres']).toMatchObject({
        state: 'fail',
        repair: expect.stringContaining('Start Postgres'),
      });
      expect(found['temporal']).toMatchObject({
        state: 'fail',
        repair: expect.stringContaining('TEMPORAL_ADDRESS'),
      });
      expect(found['API key']).toMatchObject({
        state: 'fail',
        repair: expect.stringContaining('keys create'),
      });
      expect(found['gateway']?.state).toBe('ok');
      expect(JSON.stringify(found)).not.toMatch(/orkestra_owner:|a{43}/);
    });

    test('a Postgres that lets connections stand and says nothing is given up', async () => {
      const silent = createServer();
      await once(silent.listen(0, '127.0.0.1'), 'listening');
      const { port } = silent.address() as AddressInfo;
      const url = `postgres://orkestra_app:x@127.0.0.1:${port}/orkestra`;
      const found = await examined({ ...settings, MIGRATION_DATABASE_URL: '', DATABASE_URL: url }, 1);
      silent.close();
      expect(found['postgres']?.state).toBe('fail');
    });

    test('a namespace and a search attribute that are missing', async () => {
      const found = await examined({ ...settings, TEMPORAL_NAMESPACE: 'not-there' }, 1);
      expect(found['temporal namespace']).toMatchObject({
        state: 'fail',
        repair: expect.stringContaining('not-there'),
      });
      const namespace = `bare-${Date.now()}`;
      const retention = { workflowExecutionRetentionPeriod: { seconds: 86_400 } as never };
      await system.temporal.workflowService.registerNamespace({ namespace, ...retention });
      const bare = await eventually(async () => {
        const { out } = await orkestra.run(['doctor', '--json'], {
          ...settings,
          TEMPORAL_NAMESPACE: namespace,
        });
        return out.includes('OrkestraTenant is missing') && out;
      });
      expect(bare).toContain('search-attribute create --name OrkestraTenant');
    });

    test('tables that are behind, a role that is wrong, and settings of production, by their names alone', async () => {
      await system.rows(`UPDATE migrations SET name = 'Renamed' WHERE id = (SELECT max(id) FROM migrations)`);
      const production = {
        NODE_ENV: 'production',
        SECRETS_KEY: 'a-secret-of-mine',
        SYSTEM_DATABASE_URL: settings['DATABASE_URL'] ?? '',
      };
      const found = await examined({ ...settings, ...production }, 1);
      await system.rows(`DELETE FROM migrations WHERE name = 'Renamed'`);
      expect(found['migrations']).toMatchObject({
        state: 'fail',
        message: expect.stringContaining('Renamed'),
      });
      expect(found['database roles']).toMatchObject({
        state: 'fail',
        message: expect.stringContaining('orkestra_system'),
      });
      expect(found['setting SECRETS_KEY']?.state).toBe('ok');
      expect(found['setting EVIDENCE_KEY']?.state).toBe('warn');
      expect(found['setting PUBLIC_URL']?.state).toBe('fail');
      expect(JSON.stringify(found)).not.toContain('a-secret-of-mine');
    });
  });
}
