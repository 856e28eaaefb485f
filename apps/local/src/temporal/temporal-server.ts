import { Connection } from '@temporalio/client';
import { connect } from 'node:net';
import { LocalStackError } from '../terminal/local.errors';
import { ManagedProcess } from '../process/managed-process';
import { waitUntil } from '../process/wait-until';

export interface TemporalOptions {
  /** The `temporal` program, from `resolveTemporal()`. */
  readonly binary: string;
  readonly port: number;
  /** Without it there is no web UI. */
  readonly uiPort?: number;
  /** Keeps the data across restarts; without it all is in memory. */
  readonly dbFile?: string;
  readonly logFile: string;
  /** One more besides `default`. */
  readonly namespace?: string;
  /** Dynamic configuration, such as `frontend.enableSchedules=true`. */
  readonly settings?: readonly string[];
  /** Told as soon as the process exists, before it is ready. */
  readonly onProcess?: (process: ManagedProcess) => void;
}

export interface RunningTemporal {
  readonly process: ManagedProcess;
  readonly address: string;
  readonly uiUrl: string | undefined;
}

/** Starts Temporal's dev server on 127.0.0.1 with our search attribute, and waits until it answers. */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const { uiPort, dbFile, port, namespace = 'default' } = options;
  const ui = uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-ip', '127.0.0.1'];
  const settings = (options.settings ?? []).flatMap((setting) => ['--dynamic-config-value', setting]);
  const database = dbFile === undefined ? [] : ['--db-filename', dbFile, ...JOURNAL];
  const process = await ManagedProcess.start({
    name: 'temporal',
    command: options.binary,
    args: [
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--namespace',
      namespace,
      ...ui,
      ...database,
      ...quiet,
      ...settings,
    ],
    logFile: options.logFile,
    env: { ...globalThis.process.env, TEMPORAL_VERSION_CHECK_DISABLED: '1' },
    graceMs: 5_000,
    onProcess: options.onProcess,
  });
  const address = `127.0.0.1:${port}`;
  try {
    await waitUntil('Temporal', process, () => ping(port, namespace));
    return { process, address, uiUrl: uiPort === undefined ? undefined : `http://127.0.0.1:${uiPort}` };
  } catch (error) {
    await process.stop();
    throw error;
  }
}

/** Several times as fast as SQLite's defaults; a crash of the process loses nothing by it, one of the machine the last moments (ADR 0055). */
const JOURNAL = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'];

const quiet = [
  ...['--search-attribute', 'OrkestraTenant=Keyword', '--log-level', 'warn', '--ui-disable-news-fetch'],
  ...['--dynamic-config-value', 'frontend.enableServerVersionCheck=false'],
];

async function ping(port: number, namespace: string): Promise<void> {
  // gRPC waits a second after a refused connection, a plain socket does not.
  await requireListener(port);
  const connection = await Connection.connect({ address: `127.0.0.1:${port}`, connectTimeout: '2s' });
  try {
    await connection.withDeadline(Date.now() + 2_000, async () => {
      await connection.workflowService.describeNamespace({ namespace });
      const known = await connection.operatorService.listSearchAttributes({ namespace });
      if ('OrkestraTenant' in (known.customAttributes ?? {})) return;
      throw new LocalStackError('Temporal does not know the search attribute OrkestraTenant yet.');
    });
  } finally {
    await connection.close();
  }
}

function requireListener(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve();
    }).once('error', reject);
  });
}
