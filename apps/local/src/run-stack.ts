import { performance } from 'node:perf_hooks';
import { describeStack, pidsOf, removeDevFile, writeDevFile } from './stack/dev-file';
import { startGuardian } from './process/guardian';
import { endLeftovers } from './process/leftovers';
import { exitCodeOf, messageOf } from './terminal/local.errors';
import { Lock } from './process/lock';
import { requireFreePorts } from './process/ports';
import { formatSeconds, Reporter } from './terminal/reporter';
import type { StackSettings } from './stack/settings';
import { portsToCheck } from './stack/stack-ports';
import { Stack } from './stack/stack';
import { onStopSignal } from './terminal/stop-signal';
import { summaryOf } from './stack/summary';

/**
 * Runs the local stack until Ctrl-C, or until a part of it ends again and again; then ends the process.
 * Resolves when all is ready.
 */
export function runLocalStack(readSettings: () => StackSettings): Promise<void> {
  // Whoever read what we print may be gone before us, which must not keep us from an orderly end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return new Promise((onReady) => {
    runToItsEnd(readSettings, onReady).then(
      (code) => process.exit(code),
      (error: unknown) => {
        console.error(`\n${messageOf(error)}`);
        process.exit(exitCodeOf(error));
      },
    );
  });
}

async function runToItsEnd(readSettings: () => StackSettings, onReady: () => void): Promise<number> {
  // Logs, databases and keys are nobody else's business.
  process.umask(0o077);
  const settings = readSettings();
  let stack: Stack | undefined;
  const stopped = onStopSignal(() => stack?.kill());
  const lock = Lock.acquire(settings.home);
  startGuardian(settings.home);
  try {
    await clearTheWay(settings, lock);
    stack = new Stack(settings, lock, new Reporter());
    return await runStack(stack, settings, lock, { stopped, onReady });
  } finally {
    removeDevFile(settings.home);
    lock.release();
  }
}

async function clearTheWay(settings: StackSettings, lock: Lock): Promise<void> {
  if (lock.leftovers.length > 0) {
    new Reporter().note(`ending ${lock.leftovers.length} processes of a start that was killed`);
    await endLeftovers(lock.leftovers);
  }
  lock.setChildren([]);
  await requireFreePorts(portsToCheck(settings));
}

async function runStack(
  stack: Stack,
  settings: StackSettings,
  lock: Lock,
  { stopped, onReady }: { stopped: Promise<'stopped'>; onReady: () => void },
): Promise<number> {
  // Whatever ends this process must not leave the others behind.
  process.once('exit', () => stack.kill());
  const failed = run(stack, settings, lock, onReady).catch((error: unknown) => error);
  const reason = await Promise.race([stopped, failed]);
  if (reason === 'stopped') console.log('\nStopping …');
  else console.error(`\n${messageOf(reason)}\n\nStopping …`);
  await stack.stop();
  console.log('Stopped.');
  return reason === 'stopped' ? 0 : exitCodeOf(reason);
}

/** Never resolves: it ends with the error that ends the stack. */
async function run(stack: Stack, settings: StackSettings, lock: Lock, onReady: () => void): Promise<never> {
  const backends = await stack.start();
  const dev = describeStack(settings, backends, stack.processes);
  writeDevFile(settings.home, dev);
  const rewrite = () => writeDevFile(settings.home, { ...dev, pids: pidsOf(stack.processes) });
  lock.setUrl(dev.urls.admin);
  console.log(summaryOf(dev, settings));
  console.log(`(ready after ${formatSeconds(performance.now())})`);
  onReady();
  return stack.keepRunning(backends, rewrite);
}
