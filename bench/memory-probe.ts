import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loaded into every program of the stack by NODE_OPTIONS: on SIGUSR2 it writes what its memory holds after a collection.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export const probeFile = (pid: number) => `/tmp/orkestra-memory-${pid}.json`;

process.on('SIGUSR2', () => {
  collect();
  writeFileSync(probeFile(process.pid), JSON.stringify(process.memoryUsage()));
});
