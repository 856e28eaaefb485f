import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadConfig, settings } from '@orkestra/core';

import { freePorts, startPostgres } from '../../apps/local/src';
import { asAdmin } from '../harness';
import { guard } from '../harness/run/test-run';
import { dockerCompose } from '../harness/servers/docker-compose';
import { postgresTools } from '../harness/servers/postgres-tools';
import { root } from './dockerfile';

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  profiles?: string[];
  user?: string;
  read_only?: boolean;
  ports?: { host_ip?: string; published: string; target: number }[];
  volumes?: { type: string; source: string }[];
  depends_on?: Record<string, { condition: string }>;
  networks?: { default?: { ipv4_address?: string } | null };
}

const SERVERS = ['api-gateway', 'worker', 'mcp-gateway'];
const run = promisify(execFile);
let folder: string;
let program: string;
let services: Record<string, Service>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orkestra-compose-'));
  program = await dockerCompose();
  const { stdout } = await run(newEnv, ['https://desk.example.com'], { cwd: folder });
  writeFileSync(join(folder, '.env'), stdout);
  services = await configOf(join(folder, '.env'), '--profile', '*');
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newEnv = join(root, 'deploy/compose/new-env.sh');

/** What Docker Compose makes of docker-compose.yml, or its complaint. */
async function configOf(envFile: string, ...flags: string[]): Promise<Record<string, Service>> {
  const args = ['--env-file', envFile, ...flags, 'config', '--format', 'json'];
  const { stdout } = await run(program, args, {
    cwd: root,
    env: { HOME: folder, PATH: process.env['PATH'] },
  });
  return (JSON.parse(stdout) as { services: Record<string, Service> }).services;
}

const valuesOf = (text: string) =>
  new Map([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

test('Docker Compose takes it: the servers and what they need, and the rest by profile', async () => {
  expect(Object.keys(await configOf(join(folder, '.env'))).sort()).toEqual(
    [
      'migrate',
      'postgres',
      'temporal',
      'temporal-namespace',
      'temporal-schema',
      'temporal-ui',
      ...SERVERS,
    ].sort(),
  );
  const byProfile = Object.entries(services).flatMap(([name, { profiles = [] }]) =>
    profiles.map((profile) => `${profile}: ${name}`),
  );
  expect(byProfile.sort()).toEqual([
    'langfuse: clickhouse',
    'langfuse: langfuse',
    'langfuse: langfuse-worker',
    'langfuse: objects',
    'langfuse: redis',
    'mail: mail',
    'redis: redis',
    'tls: proxy',
  ]);
});

test('Docker Compose takes the file for development', async () => {
  const args = ['-f', 'docker-compose.dev.yml', 'config', '--services'];
  const { stdout } = await run(program, args, { cwd: root });
  expect(stdout.trim().split('\n').sort()).toEqual(['postgres', 'temporal']);
});

test('the servers understand every setting that they are given', () => {
  for (const name of [...SERVERS, 'migrate']) {
    const { environment = {} } = services[name] ?? {};
    expect({ name, unknown: Object.keys(environment).filter((key) => !(key in settings.shape)) }).toEqual({
      name,
      unknown: [],
    });
  }
  for (const name of SERVERS) {
    const environment = { ...services[name]?.environment, NODE_ENV: 'production' };
    const { PUBLIC_URL, TEMPORAL_ADDRESS, MAIL_URL } = loadConfig(environment);
    expect({ PUBLIC_URL, TEMPORAL_ADDRESS, MAIL_URL }).toEqual({
      PUBLIC_URL: 'https://desk.example.com',
      TEMPORAL_ADDRESS: 'temporal:7233',
      MAIL_URL: undefined,
    });
  }
});

test('only the migrations know the owner of the tables, and the servers wait for them', () => {
  const owner = valuesOf(readFileSync(join(folder, '.env'), 'utf8')).get('OWNER_PASSWORD');
  expect(owner).toMatch(/^[0-9a-f]{64}$/);
  const knowing = Object.keys(services).filter((name) =>
    JSON.stringify(services[name]).includes(owner ?? '-'),
  );
  expect(knowing.sort()).toEqual(['migrate', 'postgres']);
  for (const name of SERVERS) {
    expect(services[name]?.depends_on).toMatchObject({
      migrate: { condition: 'service_completed_successfully' },
      'temporal-namespace': { condition: 'service_completed_successfully' },
    });
    expect(services[name]?.command).toEqual([name]);
    expect(services[name]?.read_only).toBe(true);
  }
});

test('only the proxy listens to others than this machine, and only it is believed', () => {
  const open = Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.filter(({ host_ip }) => host_ip !== '127.0.0.1').map(({ published }) => `${name} ${published}`),
  );
  expect(open).toEqual(['proxy 80', 'proxy 443', 'proxy 443']);
  const proxy = services['proxy']?.networks?.default?.ipv4_address;
  expect(services['api-gateway']?.environment?.['TRUSTED_PROXIES']).toBe(proxy);
});

test('every file that it mounts is there, and every image has a version', () => {
  const mounted = Object.values(services).flatMap(({ volumes = [] }) =>
    volumes.filter(({ type }) => type === 'bind'),
  );
  expect(mounted.length).toBeGreaterThan(3);
  expect(mounted.filter(({ source }) => !existsSync(source))).toEqual([]);
  const images = Object.values(services).map(({ image = '' }) => image);
  expect(images.filter((image) => !/:(?!latest)[\w.-]+$/.test(image))).toEqual([]);
});

test('no secret has a default: without .env nothing starts, and each missing one is named', async () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const values = valuesOf(example);
  expect([...values].filter(([, value]) => value !== '')).toEqual([]);
  const askedBy = (file: string) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = '']) => name);
  const own = askedBy('docker-compose.yml');
  const files = ['docker-compose.yml', 'deploy/compose/langfuse.yml'];
  const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('');
  const optional = [...text.matchAll(/\$\{([A-Z_]+)(?!\w|:\?)/g)].map(([, name = '']) => name);
  expect(optional.filter((name) => values.has(name))).toEqual([]);
  expect(new Set([...own, ...askedBy('deploy/compose/langfuse.yml')])).toEqual(new Set(values.keys()));
  const starting = configOf(join(root, '.env.example'));
  const refused = await starting.then(
    () => '',
    (error: unknown) => String(error),
  );
  expect(own.filter((name) => !refused.includes(`${name} is missing`))).toEqual([]);
});

test('Postgres gets the roles and databases of the guide, and those of Temporal and Langfuse', async () => {
  const guide = readFileSync(join(root, 'docs/guides/production.md'), 'utf8');
  const ofGuide = /<<'SQL'\n(.*?)SQL\n/s.exec(guide)?.[1] ?? '-';
  const script = join(root, 'deploy/compose/roles.sql');
  expect(readFileSync(script, 'utf8')).toContain(ofGuide);
  const [port] = (await freePorts(1)) as [number];
  chmodSync(folder, 0o711);
  const cluster = { home: folder, port, password: 'test', logFile: join(folder, 'postgres.log') };
  const postgres = await startPostgres({ ...cluster, settings: { fsync: 'off' } });
  guard(postgres.process);
  try {
    const env = {
      PATH: process.env['PATH'],
      ...Object.fromEntries(valuesOf(readFileSync(join(folder, '.env'), 'utf8'))),
    };
    await run(
      join(await postgresTools(), 'psql'),
      [postgres.adminUrl, '-v', 'ON_ERROR_STOP=1', '-f', script],
      { env },
    );
    const owners = `SELECT datname || ' ' || pg_get_userbyid(datdba) AS owned FROM pg_database WHERE datdba <> 10 ORDER BY 1`;
    const rows = await asAdmin(
      async (admin) => (await admin.query<{ owned: string }>(owners)).rows,
      postgres.adminUrl,
    );
    expect(rows.map(({ owned }) => owned)).toEqual([
      'langfuse langfuse',
      'orkestra orkestra_owner',
      'temporal temporal',
      'temporal_visibility temporal',
    ]);
  } finally {
    await postgres.process.stop();
  }
}, 180_000);

test('the secrets of a new .env differ from each other and from the next one’s', async () => {
  const written = readFileSync(join(folder, '.env'), 'utf8');
  const { stdout: next } = await run(newEnv, ['https://desk.example.com']);
  const secrets = [...valuesOf(written), ...valuesOf(next)].filter(([name]) => name !== 'PUBLIC_URL');
  expect(new Set(secrets.map(([, value]) => value)).size).toBe(secrets.length);
  expect(valuesOf(written).keys()).toEqual(valuesOf(readFileSync(join(root, '.env.example'), 'utf8')).keys());
  await expect(run(newEnv, ['desk.example.com'])).rejects.toThrow(/usage: .*https:/);
  expect(statSync(newEnv).mode & 0o111).not.toBe(0);
});
