import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Project, readProject } from '../../project/project';
import { movableConfig } from './layout';
import { whyNotRead } from './private-files';
import type { Proposal } from './proposal';
import { ToolError } from './workspace.errors';

const MOST_BYTES = 200_000_000;

/** A copy of the project with the proposed files, in a folder of its own, in which they are checked and tried. */
export class Stage {
  private home: string | undefined;
  private folder: string | undefined;

  constructor(
    private readonly project: Project,
    private readonly proposal: Proposal,
    private readonly outDir: string,
  ) {}

  /** The project as it would be, with the packages that the real one has installed. */
  build(): Project {
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
    this.home ??= mkdtempSync(join(realpathSync(tmpdir()), 'orkestra-workflow-'));
    this.folder = mkdtempSync(join(this.home, 'try-'));
    const folder = join(this.withPackages(this.folder), basename(this.project.folder));
    this.copyTo(folder);
    writeFileSync(join(folder, 'tsconfig.json'), movableConfig(this.project));
    for (const { path, content } of this.proposal.all) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return readProject(folder);
  }

  remove(): void {
    if (this.home !== undefined) rmSync(this.home, { recursive: true, force: true });
  }

  private copyTo(folder: string): void {
    const root = realpathSync(this.project.folder);
    let bytes = 0;
    cpSync(root, folder, {
      recursive: true,
      filter: (file) => {
        const path = relative(root, file).split(sep).join('/');
        if (path === '') return true;
        if (whyNotRead(path) !== undefined || path === this.outDir) return false;
        const stats = statSync(file, { throwIfNoEntry: false });
        if (stats === undefined || realpathSync(file) !== file) return false;
        bytes += stats.isFile() ? stats.size : 0;
        if (bytes > MOST_BYTES) throw new ToolError('The project is too large to be copied and tried.');
        return true;
      },
    });
    const packages = join(root, 'node_modules');
    if (existsSync(packages)) linkPackages(packages, folder);
  }

  /** Packages may be installed in folders above the project: the copy gets as many folders above it. */
  private withPackages(folder: string): string {
    return foldersAbove(realpathSync(this.project.folder))
      .map((above) => join(above, 'node_modules'))
      .filter((packages) => existsSync(packages))
      .reduceRight((parent, packages) => {
        linkPackages(packages, parent);
        mkdirSync(join(parent, 'up'));
        return join(parent, 'up');
      }, folder);
  }
}

/** By one link to the real place: webpack loses its way where links lead to links. */
function linkPackages(packages: string, folder: string): void {
  symlinkSync(realpathSync(packages), join(folder, 'node_modules'), 'junction');
}

function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}
