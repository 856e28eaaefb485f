import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ManagedProcess } from '../../../apps/local/src';
import { eventually } from '../eventually';
import { freePort } from '../servers/ports';
import { guard, testRun } from '../run/test-run';
import { KeycloakAdmin } from './keycloak-admin';
import { findKeycloak, prepareKeycloak } from './keycloak-program';
import { KeycloakRealm } from './keycloak-realm';

export const LONGEST_START_MS = 15 * 60_000;
/** Of the start alone, on a machine that is busy with other tests. */
const START_MS = 6 * 60_000;

/** As `kc.sh` has them: it would be a parent that does not end its child when it is killed. */
const JAVA = [
  ...['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Duser.language=en'],
  ...['util', 'util.concurrent', 'security', 'lang'].map(
    (name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`,
  ),
  '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
  '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
  '-Dpicocli.disable.closures=true',
];

/** A real Keycloak with nothing in it, on ports of its own. */
export class KeycloakServer {
  private constructor(
    readonly url: string,
    private readonly process: ManagedProcess,
    private readonly admin: KeycloakAdmin,
  ) {}

  static async start(): Promise<KeycloakServer> {
    const found = findKeycloak();
    if ('missing' in found) throw new Error(`Keycloak does not run here: ${found.missing}`);
    await prepareKeycloak(found.folder);
    const port = await freePort();
    const home = homeBeside(found.folder);
    const process = await ManagedProcess.start({
      name: 'keycloak',
      command: 'java',
      args: [
        ...[...JAVA, `-Dkc.home.dir=${home}`, `-Djboss.server.config.dir=${join(home, 'conf')}`],
        ...['-cp', join(found.folder, 'lib', 'quarkus-run.jar')],
        ...['io.quarkus.bootstrap.runner.QuarkusEntryPoint', 'start', '--optimized', '--cache=local'],
        ...['--http-enabled=true', '--hostname-strict=false', '--http-host=127.0.0.1', `--http-port=${port}`],
      ],
      env: {
        PATH: globalThis.process.env.PATH,
        KC_BOOTSTRAP_ADMIN_USERNAME: 'admin',
        KC_BOOTSTRAP_ADMIN_PASSWORD: 'admin',
      },
      logFile: join(testRun.folder, 'logs', `keycloak-${port}.log`),
    });
    guard(process);
    const url = `http://127.0.0.1:${port}`;
    const server = new KeycloakServer(url, process, new KeycloakAdmin(url));
    await server.ready();
    return server;
  }

  async createRealm(name: string): Promise<KeycloakRealm> {
    return KeycloakRealm.create(this.url, this.admin, name);
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }

  private async ready(): Promise<void> {
    const discovery = `${this.url}/realms/master/.well-known/openid-configuration`;
    const isThere = () =>
      fetch(discovery).then(
        ({ ok }) => ok || undefined,
        () => undefined,
      );
    const since = Date.now();
    const end = await eventually(
      async () => {
        if (this.process.exit !== undefined) return this.process.endedError();
        return isThere();
      },
      { timeoutMs: START_MS, everyMs: 250 },
    );
    if (end instanceof Error) throw end;
    const seconds = Math.round((Date.now() - since) / 1_000);
    process.stderr.write(`Keycloak: ready after ${seconds} s\n`);
  }
}

/** The program of all runs with the data of this one. */
function homeBeside(folder: string): string {
  mkdirSync(join(testRun.folder, 'keycloak'), { recursive: true });
  const home = mkdtempSync(join(testRun.folder, 'keycloak', 'home-'));
  for (const name of ['conf', 'lib', 'providers', 'themes'])
    symlinkSync(join(folder, name), join(home, name));
  return home;
}

/** Like `describe`, with a real Keycloak; where none runs there is one test in place of them, which is skipped and says why. */
export function describeWithKeycloak(name: string, tests: () => void): void {
  const found = findKeycloak();
  if ('folder' in found) return void describe(name, tests);
  process.stderr.write(`SKIPPED, no Keycloak runs here: ${name} (${found.missing})\n`);
  describe(name, () => test.skip(`Keycloak does not run here: ${found.missing}`, () => undefined));
}
