import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Entry {
  /** SHA-256 by path of every file that went into the bundle. */
  files: Record<string, string>;
  code: string;
}

/**
 * Keeps a bundle between starts, beside the dependencies that it was made from. It is used again only
 * when each file that went into it is still the same.
 */
export class BundleCache {
  private readonly file: string | undefined;

  /** @param recipe what else the bundle depends on, such as the bundler's version */
  constructor(workflowsPath: string, recipe: string) {
    const modules = nearestNodeModules(dirname(workflowsPath));
    const name = `${sha256(`${recipe}\n${workflowsPath}`).slice(0, 32)}.json`;
    this.file = modules && join(modules, '.cache', 'orkestra', name);
  }

  async read(): Promise<string | undefined> {
    if (this.file === undefined) return undefined;
    try {
      const { files, code } = JSON.parse(await readFile(this.file, 'utf8')) as Entry;
      const paths = Object.keys(files);
      const same = await Promise.all(paths.map(async (path) => (await hashOf(path)) === files[path]));
      return paths.length > 0 && same.every(Boolean) ? code : undefined;
    } catch {
      // No cache, or one that cannot be read: the bundle is made anew.
      return undefined;
    }
  }

  /** Best effort: without write access every start makes its bundle. */
  async write(code: string, paths: Iterable<string>): Promise<void> {
    if (this.file === undefined) return;
    const hashes = await Promise.all([...paths].map(async (path) => [path, await hashOf(path)] as const));
    const files = Object.fromEntries(hashes.filter(([, hash]) => hash !== undefined));
    const draft = `${this.file}.${process.pid}`;
    try {
      await mkdir(dirname(this.file), { recursive: true });
      await writeFile(draft, JSON.stringify({ files, code }));
      await rename(draft, this.file);
    } catch {
      // Without write access there is no cache; the next start makes its bundle.
    }
  }
}

/** Undefined for what is no readable file, such as a folder that the bundler looked into. */
async function hashOf(path: string): Promise<string | undefined> {
  return readFile(path).then(sha256, () => undefined);
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function nearestNodeModules(folder: string): string | undefined {
  const candidate = join(folder, 'node_modules');
  if (existsSync(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestNodeModules(parent);
}
