import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Environment } from '../environment/environment';
import { fail, type Finding, ok, warn } from './finding';

const MIB = 1024 ** 2;
const LEAST_MIB = 200;
const ENOUGH_MIB = 2_048;

/** Whether there is room where data and files of tasks are kept. */
export async function checkDisk(folder: string, env: Environment): Promise<Finding[]> {
  const places = new Set(
    [env['ORKESTRA_HOME'] || resolve(folder, '.orkestra'), env['ATTACHMENTS_DIR']]
      .filter((place): place is string => Boolean(place))
      .map((place) => existing(resolve(place))),
  );
  return Promise.all([...places].map(checkPlace));
}

async function checkPlace(place: string): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(place);
    return judged(place, Math.floor((bavail * bsize) / MIB));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'error';
    return warn('disk', `${place} can't be looked at (${why}).`, 'Give yourself the right to read it.');
  }
}

function judged(place: string, free: number): Finding {
  const message = `${free} MiB are free for ${place}.`;
  const repair = `Free some space: at least ${ENOUGH_MIB} MiB.`;
  if (free < LEAST_MIB) return fail('disk', message, repair);
  return free < ENOUGH_MIB ? warn('disk', message, repair) : ok('disk', message);
}

/** The nearest folder above that is there: what is made in it takes of its space. */
function existing(place: string): string {
  return existsSync(place) || dirname(place) === place ? place : existing(dirname(place));
}
