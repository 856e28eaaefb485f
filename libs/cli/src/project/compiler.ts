import type TypeScript from 'typescript';
import { relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { StartRefusedError } from '../environment/cli.errors';
import { packageOf, type Project, requireTsconfig } from './project';

export interface Check {
  /** Each with file, line and column; empty where all is right. */
  readonly problems: readonly string[];
}

interface WatchEvents {
  /**
   * A file was saved; the new code is on its way.
   * @param at when, by `performance.now()`
   */
  changed(at: number): void;
  /** The new code is written; whether its types fit comes a moment later. */
  written(): void;
  checked(check: Check): void;
}

/** Compiles the project as its tsconfig.json says, with its own TypeScript. */
export class Compiler {
  readonly ts: typeof TypeScript;

  /** @throws StartRefusedError */
  constructor(private readonly project: Project) {
    requireTsconfig(project);
    this.ts = packageOf(project, 'typescript');
  }

  /**
   * The source of the workflows.
   * @throws StartRefusedError where tsconfig.json is wrong, or none of its files becomes what package.json names
   */
  requireWorkflows(): string {
    const { workflowsPath, folder } = this.project;
    const source = this.sourceOf(workflowsPath);
    if (source !== undefined) return source;
    const name = relative(folder, workflowsPath);
    throw new StartRefusedError(
      `No file of ${this.project.tsconfig} becomes ${name}. Write the workflows into src/workflows.ts, and make "orkestra" in package.json agree with rootDir and outDir.`,
      2,
    );
  }

  /** @returns the file that is compiled to this one, if there is one */
  sourceOf(compiled: string): string | undefined {
    const { ts } = this;
    const config = this.config();
    const ignoreCase = !ts.sys.useCaseSensitiveFileNames;
    return sourcesIn(config).find((name) =>
      ts.getOutputFileNames(config, name, ignoreCase).includes(compiled),
    );
  }

  /** The files that tsconfig.json names. @throws StartRefusedError */
  sources(): readonly string[] {
    return sourcesIn(this.config());
  }

  /** @throws StartRefusedError */
  private config(): TypeScript.ParsedCommandLine {
    const { ts } = this;
    const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
    const config = ts.getParsedCommandLineOfConfigFile(this.project.tsconfig, {}, host);
    const problems =
      config === undefined ? [] : this.check(ts.getConfigFileParsingDiagnostics(config)).problems;
    if (config !== undefined && problems.length === 0) return config;
    throw new StartRefusedError(
      `${this.project.tsconfig} can't be used. Correct it.\n${problems.join('\n')}`.trim(),
      2,
    );
  }

  compile(): Check {
    const { ts } = this;
    const config = this.config();
    const program = ts.createProgram({
      rootNames: config.fileNames,
      options: config.options,
      configFileParsingDiagnostics: config.errors,
    });
    const found = ts.getPreEmitDiagnostics(program);
    if (found.length === 0) program.emit();
    return this.check(found);
  }

  /** Compiles again whatever is saved, until it is told to stop. */
  watch(events: WatchEvents): { stop(): void } {
    const { ts } = this;
    let savedAt: number | undefined;
    const system = promptly(ts.sys, () => (savedAt ??= performance.now()));
    const host = ts.createWatchCompilerHost(
      this.project.tsconfig,
      {},
      system,
      ts.createEmitAndSemanticDiagnosticsBuilderProgram,
      (diagnostic) => events.checked(this.check([diagnostic])),
      ({ code }) => {
        if (code !== FILE_CHANGED) return;
        events.changed(savedAt ?? performance.now());
        savedAt = undefined;
      },
    );
    host.afterProgramCreate = (program) => {
      program.emit();
      events.written();
      events.checked(
        this.check([
          ...program.getConfigFileParsingDiagnostics(),
          ...program.getOptionsDiagnostics(),
          ...program.getSyntacticDiagnostics(),
          ...program.getGlobalDiagnostics(),
          ...program.getSemanticDiagnostics(),
        ]),
      );
    };
    const watch = ts.createWatchProgram(host);
    return { stop: () => watch.close() };
  }

  private check(diagnostics: readonly TypeScript.Diagnostic[]): Check {
    const { ts, project } = this;
    const errors = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
    const format = {
      getCurrentDirectory: () => project.folder,
      getCanonicalFileName: (name: string) => name,
      getNewLine: () => '\n',
    };
    return { problems: errors.map((error) => readable(ts.formatDiagnostic(error, format))) };
  }
}

function sourcesIn({ fileNames }: TypeScript.ParsedCommandLine): string[] {
  return fileNames.filter((name) => /\.[cm]?[jt]sx?$/.test(name) && !/\.d\.[cm]?ts$/.test(name));
}

/** "File change detected. Starting incremental compilation..." */
const FILE_CHANGED = 6032;

/** The compiler waits a quarter of a second for more files to be saved; what an editor saves at once comes sooner. */
const MORE_FILES_MS = 50;

function promptly(system: TypeScript.System, saved: () => void): TypeScript.System {
  const noticing =
    (callback: TypeScript.FileWatcherCallback): TypeScript.FileWatcherCallback =>
    (...change) => {
      saved();
      callback(...change);
    };
  return {
    ...system,
    setTimeout: (callback: (...args: unknown[]) => void, ms: number, ...args: unknown[]) =>
      setTimeout(callback, Math.min(ms, MORE_FILES_MS), ...args),
    watchFile: (path, callback, ...rest) =>
      system.watchFile?.(path, noticing(callback), ...rest) ?? { close: () => undefined },
  };
}

/** `file(12,5): error …` as `file:12:5 error …`, which terminals open with a click. */
function readable(text: string): string {
  return text.trim().replace(/^(.+?)\((\d+),(\d+)\): /, '$1:$2:$3 ');
}
