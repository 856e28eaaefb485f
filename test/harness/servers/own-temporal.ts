import { join } from 'node:path';
import { type RunningTemporal, startTemporal } from '../../../apps/local/src';
import { freePort } from './ports';
import { guard, testRun } from '../run/test-run';

/** A Temporal server of one test file, on one port, whose data outlives a stop. */
export class OwnTemporal {
  /** Its data, in its folder. */
  static readonly FILE = 'temporal.db';
  private running: RunningTemporal | undefined;
  private starts = 0;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly settings: readonly string[],
  ) {}

  /** @param settings of its dynamic configuration */
  static async start(folder: string, settings: readonly string[] = []): Promise<OwnTemporal> {
    const temporal = new OwnTemporal(await freePort(), folder, settings);
    await temporal.start();
    return temporal;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.starts += 1;
    this.running = await startTemporal({
      binary: testRun.temporalProgram,
      port: this.port,
      dbFile: this.file,
      logFile: join(this.folder, `temporal-${this.starts}.log`),
      settings: this.settings,
    });
    guard(this.running.process);
  }

  async stop(): Promise<void> {
    await this.running?.process.stop();
    this.running = undefined;
  }

  /** Ends it where it stands, as a crash does. */
  async kill(): Promise<void> {
    this.running?.process.kill();
    await this.running?.process.exited;
    this.running = undefined;
  }

  get file(): string {
    return join(this.folder, OwnTemporal.FILE);
  }
}
