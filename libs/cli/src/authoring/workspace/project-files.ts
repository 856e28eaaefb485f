import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Project } from '../../project/project';
import { placeOf } from './place';
import { whyNotRead } from './private-files';
import { RefusedError, ToolError } from './workspace.errors';

const MOST_FILES = 1_000;
/** The longest file that is looked into, in bytes, and how much of it one reading gives, in characters. */
const LONGEST_FILE = 2_000_000;
const LONGEST_PART = 48_000;
const SDK = 'node_modules/@orkestra/sdk';

/** What of the project the model may see: no private files, nothing outside. */
export class ProjectFiles {
  readonly root: string;
  private readonly sdk: string | undefined;

  constructor(private readonly project: Project) {
    this.root = realpathSync(project.folder);
    this.sdk = this.sdkFolder();
  }

  /** The paths below a folder, without what is built. */
  list(folder: string): string[] {
    if (this.isOfSdk(folder)) return this.listSdk();
    const { file, path } = folder === '' ? { file: this.root, path: '' } : placeOf(this.root, folder);
    if (!existsSync(file) || !statSync(file).isDirectory())
      throw new ToolError(`There is no folder ${folder}.`);
    if (path !== '') this.mayRead(path);
    const found = walk(file, path, (one) => whyNotRead(one) === undefined && !isBuilt(one));
    return found.length <= MOST_FILES ? found : [...found.slice(0, MOST_FILES), '… and more: list a folder'];
  }

  /**
   * The whole text of a file.
   * @throws RefusedError, ToolError
   */
  read(given: string): { path: string; text: string } {
    const { path, file } = this.isOfSdk(given) ? this.placeOfSdk(given) : this.placeOf(given);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) throw new ToolError(`There is no file ${path}. list_files shows what there is.`);
    if (!stats.isFile()) throw new ToolError(`${path} is no file.`);
    if (stats.size > LONGEST_FILE)
      throw new ToolError(`${path} is too large to be read (${stats.size} bytes; at most ${LONGEST_FILE}).`);
    const bytes = readFileSync(file);
    if (bytes.includes(0)) throw new ToolError(`${path} is no text.`);
    return { path, text: bytes.toString('utf8') };
  }

  private placeOf(given: string): { path: string; file: string } {
    const { path, realPath, file } = placeOf(this.root, given);
    this.mayRead(path);
    this.mayRead(realPath);
    return { path, file };
  }

  private mayRead(path: string): void {
    const reason = whyNotRead(path);
    if (reason !== undefined) throw new RefusedError(`${path} is not read: ${reason}.`);
  }

  private isOfSdk(path: string): boolean {
    return this.sdk !== undefined && (path === SDK || path.startsWith(`${SDK}/`));
  }

  private listSdk(): string[] {
    const all = walk(this.sdk ?? '', SDK, (path) => !path.slice(SDK.length + 1).includes('node_modules'));
    return all.filter(isTypesOrReadme);
  }

  private placeOfSdk(path: string): { path: string; file: string } {
    const place = placeOf(this.sdk ?? '', path.slice(SDK.length + 1));
    if (isTypesOrReadme(place.realPath) && !place.realPath.includes('node_modules/'))
      return { path, file: place.file };
    throw new RefusedError(
      `${path} is not read: of @orkestra/sdk only the types (.d.ts) and the README can be read.`,
    );
  }

  private sdkFolder(): string | undefined {
    try {
      return realpathSync(dirname(this.project.require.resolve('@orkestra/sdk/package.json')));
    } catch {
      return undefined;
    }
  }
}

/** A part of a text, by its lines, as long as one answer may be. */
export function partOf(text: string, fromLine: number): string {
  const lines = text.split('\n');
  const rest = lines.slice(fromLine - 1).join('\n');
  if (rest.length <= LONGEST_PART) return rest;
  const part = rest.slice(0, LONGEST_PART);
  const next = fromLine + part.split('\n').length;
  return `${part}\n… cut here; the file has ${lines.length} lines. Go on with from_line ${next - 1}.`;
}

function isBuilt(path: string): boolean {
  return /^(dist|build|coverage|out)$/.test(path);
}

function isTypesOrReadme(path: string): boolean {
  return path.endsWith('.d.ts') || path === 'README.md' || path === `${SDK}/README.md`;
}

function walk(folder: string, path: string, isWanted: (path: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const own = path === '' ? entry.name : `${path}/${entry.name}`;
      if (!isWanted(own)) return [];
      if (entry.isDirectory()) return walk(join(folder, entry.name), own, isWanted);
      return entry.isFile() ? [own] : [];
    });
}
