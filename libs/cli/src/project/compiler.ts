import type TypeScript from 'typescript';
import { packageOf, type Project, requireTsconfig } from './project';

export interface Check {
  /** Each with file, line and column; empty where all is right. */
  readonly problems: readonly string[];
}

interface WatchEvents {
  /** A file was saved; the new code is on its way. */
  changed(): void;
  /** The new code is written; whether its types fit comes a moment later. */
  written(): void;
  checked(check: Check): void;
}

/** Compiles the project as its tsconfig.json says, with its own TypeScript. */
export class Compiler {
  private readonly ts: typeof TypeScript;

  /** @throws StartRefusedError */
  constructor(private readonly project: Project) {
    requireTsconfig(project);
    this.ts = packageOf(project, 'typescript');
  }

  compile(): Check {
    const { ts } = this;
    const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
    const config = ts.getParsedCommandLineOfConfigFile(this.project.tsconfig, {}, host);
    if (config === undefined) return { problems: [`${this.project.tsconfig} can't be read.`] };
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
    const host = ts.createWatchCompilerHost(
      this.project.tsconfig,
      {},
      ts.sys,
      ts.createEmitAndSemanticDiagnosticsBuilderProgram,
      (diagnostic) => events.checked(this.check([diagnostic])),
      ({ code }) => {
        if (code === FILE_CHANGED) events.changed();
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

/** "File change detected. Starting incremental compilation..." */
const FILE_CHANGED = 6032;

/** `file(12,5): error …` as `file:12:5 error …`, which terminals open with a click. */
function readable(text: string): string {
  return text.trim().replace(/^(.+?)\((\d+),(\d+)\): /, '$1:$2:$3 ');
}
