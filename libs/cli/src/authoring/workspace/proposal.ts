import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { placeOf } from './place';
import { whyNotWrite } from './private-files';
import { LEFT_OUT } from './secrets';
import { RefusedError, ToolError } from './workspace.errors';

const MOST_FILES = 40;
const LONGEST_TEXT = 256_000;

export interface ProposedFile {
  readonly path: string;
  readonly content: string;
}

/** What a proposal replaces; `before` is undefined where there is no such file yet. */
export interface Change extends ProposedFile {
  readonly before: string | undefined;
}

/** As it is kept between two runs of the command. */
export interface KeptProposal {
  readonly files: Record<string, string>;
  readonly seen: Record<string, string>;
}

/** The files that the model wants to write. Nothing is written before the developer says so. */
export class Proposal {
  private readonly files: Map<string, string>;
  /** Digests of the project's files as the model has read them. */
  private readonly seen: Map<string, string>;

  /** @param sources the folder of the sources in the project, such as `src/` */
  constructor(
    private readonly root: string,
    private readonly sources: string,
    kept: KeptProposal = { files: {}, seen: {} },
  ) {
    this.files = new Map(Object.entries(kept.files));
    this.seen = new Map(Object.entries(kept.seen));
  }

  sawFile(path: string, text: string): void {
    this.seen.set(path, digestOf(text));
  }

  /** What is proposed for a path, in place of what the project has. */
  contentOf(path: string): string | undefined {
    return this.files.get(posix.normalize(path));
  }

  /**
   * Takes all of the files, or none.
   * @throws RefusedError, ToolError
   */
  take(files: readonly ProposedFile[]): readonly string[] {
    const places = files.map(({ path, content }) => ({ path: this.writable(path), content }));
    for (const { path, content } of places) this.acceptable(path, content);
    if (new Set([...this.files.keys(), ...places.map(({ path }) => path)]).size > MOST_FILES)
      throw new ToolError(`A proposal has at most ${MOST_FILES} files.`);
    for (const { path, content } of places) this.files.set(path, content);
    return places.map(({ path }) => path);
  }

  /** Each file that would be different. */
  changes(): Change[] {
    return [...this.files].flatMap(([path, content]) => {
      const before = this.textOf(path);
      return before === content ? [] : [{ path, content, before }];
    });
  }

  /** The files that somebody has changed since the model read them. */
  changedSince(): string[] {
    return this.changes()
      .filter(
        ({ path, before }) => this.seen.get(path) !== (before === undefined ? undefined : digestOf(before)),
      )
      .map(({ path }) => path);
  }

  get all(): ProposedFile[] {
    return [...this.files].map(([path, content]) => ({ path, content }));
  }

  /** Changes with every proposal. */
  get digest(): string {
    return digestOf(JSON.stringify([...this.files].sort()));
  }

  get kept(): KeptProposal {
    return { files: Object.fromEntries(this.files), seen: Object.fromEntries(this.seen) };
  }

  private writable(given: string): string {
    const { path, realPath } = placeOf(this.root, given);
    if (path !== realPath) throw new RefusedError(`${path} is not written: it is a link to ${realPath}.`);
    const reason = whyNotWrite(path, this.sources);
    if (reason !== undefined) throw new RefusedError(`${path} is not written: ${reason}.`);
    return path;
  }

  private acceptable(path: string, content: string): void {
    if (content.length > LONGEST_TEXT)
      throw new ToolError(`${path} is too long (${content.length} characters; at most ${LONGEST_TEXT}).`);
    if (content.includes(LEFT_OUT))
      throw new ToolError(
        `${path} has a secret that was left out for you. Take it from the environment instead.`,
      );
    const before = this.textOf(path);
    if (before === undefined) return void this.seen.delete(path);
    if (this.seen.get(path) === undefined) throw new ToolError(`${path} is there already. Read it first.`);
    if (this.seen.get(path) !== digestOf(before))
      throw new ToolError(`${path} has changed since you read it. Read it again.`);
  }

  private textOf(path: string): string | undefined {
    const { file } = placeOf(this.root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
