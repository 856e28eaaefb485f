import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A program of a Debian release, and the packages that it needs. */
export interface DebianPackage {
  suite: string;
  name: string;
  with: readonly string[];
}

/**
 * The folder with what the packages hold, of the newest versions in that release; downloaded once by apt, from where this machine
 * takes its own packages, and kept for all checkouts of the user. Nothing is installed.
 */
export async function unpackedDebian({ suite, name, with: others }: DebianPackage): Promise<string> {
  const cache = process.env['ORKESTRA_CACHE'] ?? join(homedir(), '.cache', 'orkestra');
  const kept = join(cache, `${name}-${suite}-${process.arch}`);
  if (existsSync(kept)) return kept;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${kept}.`);
  try {
    const env = { ...process.env, APT_CONFIG: await aptOf(suite, join(folder, 'apt')) };
    await run('apt-get', ['update', '--quiet'], { env, cwd: folder });
    await run('apt-get', ['download', '--quiet', name, ...others], { env, cwd: folder });
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.deb'))) {
      await run('dpkg', ['-x', file, folder], { cwd: folder });
      rmSync(join(folder, file));
    }
    rmSync(join(folder, 'apt'), { recursive: true });
    // Beside the target and then moved, so that two at once both end with a whole one.
    if (!existsSync(kept)) renameSync(folder, kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return kept;
}

/** The configuration of an apt that knows that release and no other, with lists of its own. */
async function aptOf(suite: string, folder: string): Promise<string> {
  const format = ['--format', '$(REPO_URI) $(RELEASE)', 'Created-By: Packages', 'Origin: Debian'];
  const { stdout } = await run('apt-get', ['indextargets', ...format]);
  const [source] = stdout.split('\n').filter((line) => /\/debian\/? /.test(line));
  if (source === undefined) throw new Error('This machine takes no packages from Debian.');
  for (const name of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'sources.list'), `deb ${source.split(' ')[0]} ${suite} main\n`);
  const file = join(folder, 'apt.conf');
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Sandbox::User': 'root',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} "${value}";\n`);
  writeFileSync(file, lines.join(''));
  return file;
}
