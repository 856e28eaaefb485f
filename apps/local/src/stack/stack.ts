import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { prepareExternalTemporal } from '../temporal/external-temporal';
import { LocalStackError } from '../terminal/local.errors';
import type { Lock } from '../process/lock';
import type { ManagedProcess } from '../process/managed-process';
import { type RunningPostgres, startPostgres } from '../postgres/postgres';
import { keepRunning } from './keep-running';
import { demoKeysWork } from './demo-keys';
import { Prepared } from './prepared';
import { type Backends, loadProgram, prepareData, type Program, programsOf, startProgram } from './programs';
import type { Reporter } from '../terminal/reporter';
import { type DatabaseUrls, provisionDatabase } from '../postgres/provision-database';
import { openSecrets } from '../postgres/database-secrets';
import type { StackSettings } from './settings';
import { resolveTemporal } from '../temporal/temporal-binary';
import { type RunningTemporal, startTemporal } from '../temporal/temporal-server';

/** Everything that one `npm start` runs. */
export class Stack {
  readonly processes: ManagedProcess[] = [];
  private stopping = false;
  /** What is being started: it is waited for, so that nothing comes to life behind our back. */
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly cancelled = new AbortController();
  private readonly prepared: Prepared;

  constructor(
    private readonly settings: StackSettings,
    private readonly lock: Lock,
    private readonly reporter: Reporter,
  ) {
    this.prepared = new Prepared(settings);
  }

  /** Starts all and waits until all is ready. @throws LocalStackError with what went wrong. */
  start(): Promise<Backends> {
    return this.startAll();
  }

  /**
   * Starts again what ends although nobody stopped it. Never resolves.
   * @throws LocalStackError when a part ends again and again
   */
  keepRunning(backends: Backends, onChange: () => void): Promise<never> {
    return new Promise((_, reject) => {
      for (const process of this.running()) {
        const startAgain = async () => {
          const started = await this.awaited(this.startAgain(process.name, backends));
          onChange();
          return started;
        };
        const tell = (line: string) => this.reporter.note(line);
        const isStopping = () => this.stopping;
        const pause = () => delay(500);
        keepRunning(process, { isStopping, startAgain, pause, tell }).catch(reject);
      }
    });
  }

  /** Stops the programs, then Temporal, then Postgres, each when those that need it are gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.cancelled.abort();
    const backends = ['temporal', 'postgres'];
    await Promise.all(
      this.running()
        .filter(({ name }) => !backends.includes(name))
        .map((process) => process.stop()),
    );
    for (const name of backends)
      await this.running()
        .find((process) => process.name === name)
        ?.stop();
    await Promise.race([Promise.allSettled(this.underWay), delay(5_000, undefined, { ref: false })]);
    // What came to life meanwhile was killed at once.
    await Promise.all(this.running().map(({ exited }) => exited));
  }

  kill(): void {
    for (const process of this.running()) process.kill();
  }

  private async startAll(): Promise<Backends> {
    const loading = programsOf(this.settings).map((program) => ({
      program,
      process: this.awaited(loadProgram(program, this.settings, this.add)),
    }));
    const databaseReady = this.awaited(this.startDatabase());
    const temporalReady = this.awaited(this.reporter.step('Temporal', () => this.openTemporal()));
    const [database, temporalAddress] = await Promise.all([databaseReady, temporalReady]);
    const backends = { database, temporalAddress };
    await Promise.all(
      loading.map(({ program, process }) =>
        this.awaited(this.reporter.step(program.name, () => this.begin(program, process, backends))),
      ),
    );
    if (!(await demoKeysWork(this.settings))) await this.prepare(backends);
    return backends;
  }

  private async startDatabase(): Promise<DatabaseUrls> {
    const database = await this.reporter.step('Postgres', () => this.openDatabase());
    // Whoever else uses a database that is not ours may have changed it.
    const isOurs = this.settings.database.kind === 'embedded';
    if (isOurs && (await this.prepared.isDone(database))) return database;
    await this.prepare({ database, temporalAddress: this.temporalAddress() });
    return database;
  }

  private async prepare(backends: Backends): Promise<void> {
    await this.reporter.step('Tables and demo data', () => prepareData(this.settings, backends, this.add));
    await this.prepared.note(backends.database);
  }

  private async openDatabase(): Promise<DatabaseUrls> {
    const { database: source, home } = this.settings;
    if (source.kind === 'ready') return source.urls;
    const passwords = openSecrets(home);
    if (source.kind === 'server') return provisionDatabase({ ...source, passwords });
    const { adminUrl } = await this.startPostgres();
    return provisionDatabase({ adminUrl, database: 'orkestra', passwords });
  }

  private startPostgres(): Promise<RunningPostgres> {
    const { home, ports } = this.settings;
    return startPostgres({
      home,
      port: ports.postgres,
      password: openSecrets(home).superuser,
      logFile: join(home, 'logs', 'postgres.log'),
      onProcess: this.add,
    });
  }

  private async openTemporal(): Promise<string> {
    const { externalTemporal } = this.settings;
    if (externalTemporal) {
      await prepareExternalTemporal(externalTemporal);
      return externalTemporal.address;
    }
    return (await this.startTemporal()).address;
  }

  private async startTemporal(): Promise<RunningTemporal> {
    const { home, ports } = this.settings;
    return startTemporal({
      binary: await resolveTemporal({
        progress: (what) => this.reporter.note(`Temporal: ${what}`),
        signal: this.cancelled.signal,
      }),
      port: ports.temporal,
      uiPort: ports.temporalUi,
      namespace: this.settings.temporalNamespace,
      dbFile: join(home, 'temporal.db'),
      logFile: join(home, 'logs', 'temporal.log'),
      onProcess: this.add,
    });
  }

  private async startAgain(name: string, backends: Backends): Promise<ManagedProcess> {
    if (name === 'postgres') return (await this.startPostgres()).process;
    if (name === 'temporal') return (await this.startTemporal()).process;
    const program = programsOf(this.settings).find((one) => one.name === name);
    if (program === undefined) throw new LocalStackError(`${name} cannot be started again.`);
    return this.begin(program, loadProgram(program, this.settings, this.add), backends);
  }

  private async begin(
    program: Program,
    loading: Promise<ManagedProcess>,
    backends: Backends,
  ): Promise<ManagedProcess> {
    const process = await loading;
    await startProgram(process, program, this.settings, backends);
    return process;
  }

  private temporalAddress(): string {
    return this.settings.externalTemporal?.address ?? `127.0.0.1:${this.settings.ports.temporal}`;
  }

  private awaited<T>(start: Promise<T>): Promise<T> {
    this.underWay.add(start);
    const done = () => void this.underWay.delete(start);
    start.then(done, done);
    return start;
  }

  private running(): ManagedProcess[] {
    return this.processes.filter((process) => !process.exit);
  }

  private readonly add = (process: ManagedProcess): void => {
    this.processes.push(process);
    this.lock.addChild({ name: process.name, ...process.record });
    if (!this.stopping) return;
    process.kill();
    throw new LocalStackError('Stopped while starting.');
  };
}
