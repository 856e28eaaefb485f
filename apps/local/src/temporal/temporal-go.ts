import { join } from 'node:path';
import { installProgram, run } from './install-program';
import { LocalStackError, messageOf } from '../terminal/local.errors';
import type { Fetching, TemporalProgram } from './temporal-program';

/** Builds the program from source where there is Go; this takes minutes. */
export async function installWithGo(
  program: TemporalProgram,
  target: string,
  { progress, signal }: Fetching,
): Promise<string> {
  const { goPackage } = program;
  if (!goPackage) throw new LocalStackError(`go install: ${program.name} is not written in Go`);
  progress(`building ${program.name} ${program.version} with Go, which takes a few minutes`);
  try {
    return await installProgram(target, async (folder) => {
      await run('go', ['install', goPackage], {
        env: { ...process.env, GOBIN: folder, GOFLAGS: '-modcacherw' },
        signal,
      });
      return join(folder, program.name);
    });
  } catch (cause) {
    throw new LocalStackError(`go install ${goPackage}: ${messageOf(cause)}`, { cause });
  }
}
