import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type TypeScript from 'typescript';
import { Compiler } from '../project/compiler';
import { packageOf, type Project, readProject } from '../project/project';

/** The sources of a project, as its own TypeScript reads them. */
export class UserProject {
  readonly ts: typeof TypeScript;
  /** The file whose default export is `workflows(…)`. */
  readonly workflowsFile: string;
  /** The file that exports all activities, if it is there. */
  readonly activitiesFile: string | undefined;

  private constructor(
    readonly project: Project,
    private readonly compiler: Compiler,
  ) {
    this.ts = compiler.ts;
    this.workflowsFile = compiler.requireWorkflows();
    const { activitiesPath } = project;
    this.activitiesFile = activitiesPath === undefined ? undefined : compiler.sourceOf(activitiesPath);
    packageOf(project, '@orkestra/sdk/package.json');
  }

  /** @throws StartRefusedError */
  static open(folder: string): UserProject {
    const project = readProject(folder);
    return new UserProject(project, new Compiler(project));
  }

  /** Where new files go: beside the workflows. */
  get sourceFolder(): string {
    return dirname(this.workflowsFile);
  }

  /** All of them, as tsconfig.json names them. */
  get files(): readonly string[] {
    return this.compiler.sources();
  }

  parse(file: string, text = readFileSync(file, 'utf8')): TypeScript.SourceFile {
    return this.ts.createSourceFile(file, text, this.ts.ScriptTarget.Latest, true);
  }

  /** How one of its files imports another, such as `./workflows`. */
  specifier(from: string, to: string): string {
    const path = relative(dirname(from), to)
      .replace(/\\/g, '/')
      .replace(/\.ts$/, this.project.esm ? '.js' : '');
    return path.startsWith('.') ? path : `./${path}`;
  }

  /** The path for people. */
  short(file: string): string {
    return relative(this.project.folder, file);
  }
}
