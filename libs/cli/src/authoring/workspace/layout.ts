import { relative, sep } from 'node:path';
import type TypeScript from 'typescript';
import { StartRefusedError } from '../../environment/cli.errors';
import { packageOf, type Project, requireTsconfig } from '../../project/project';

type Ts = typeof TypeScript;

/** Where a project has its sources and what is compiled, both as paths in it. */
export interface Layout {
  /** Such as `src/`; empty where sources stand in the project's own folder. */
  readonly sources: string;
  readonly outDir: string;
}

/** @throws StartRefusedError where tsconfig.json does not say it */
export function layoutOf(project: Project): Layout {
  requireTsconfig(project);
  const { rootDir, outDir } = parsedConfig(project).options;
  const sources = relative(project.folder, rootDir ?? project.folder);
  const compiled = outDir === undefined ? '' : relative(project.folder, outDir);
  if (sources.startsWith('..') || compiled === '' || compiled.startsWith('..'))
    throw new StartRefusedError(`${project.tsconfig} needs a rootDir and an outDir inside the project.`, 2);
  return { sources: sources === '' ? '' : `${sources.split(sep).join('/')}/`, outDir: compiled };
}

/** The JavaScript file that a source becomes. */
export function compiledFile(project: Project, source: string): string | undefined {
  const config = parsedConfig(project);
  const file = config.fileNames.find(
    (name) => relative(project.folder, name).split(sep).join('/') === source,
  );
  if (file === undefined) return undefined;
  const written = ts(project).getOutputFileNames(config, file, !ts(project).sys.useCaseSensitiveFileNames);
  return written.find((name) => /\.[cm]?js$/.test(name));
}

/** `extends` of the project's tsconfig.json by absolute paths, so that a copy of it means the same. */
export function movableConfig(project: Project): string {
  const { config, error } = ts(project).readConfigFile(project.tsconfig, (name) =>
    ts(project).sys.readFile(name),
  ) as {
    config?: { extends?: string | string[] };
    error?: unknown;
  };
  if (config === undefined || error !== undefined)
    throw new StartRefusedError(`${project.tsconfig} can't be read. Correct it.`, 2);
  const absolute = (name: string) =>
    name.startsWith('.') ? ts(project).sys.resolvePath(`${project.folder}/${name}`) : name;
  const bases = config.extends;
  if (bases === undefined) return JSON.stringify(config);
  return JSON.stringify({ ...config, extends: Array.isArray(bases) ? bases.map(absolute) : absolute(bases) });
}

function parsedConfig(project: Project): TypeScript.ParsedCommandLine {
  const host = { ...ts(project).sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts(project).getParsedCommandLineOfConfigFile(project.tsconfig, {}, host);
  if (config === undefined) throw new StartRefusedError(`${project.tsconfig} can't be read. Correct it.`, 2);
  return config;
}

function ts(project: Project): Ts {
  return packageOf<Ts>(project, 'typescript');
}
