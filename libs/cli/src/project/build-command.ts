import { StartRefusedError } from '../environment/cli.errors';
import { writeBuild } from './build-folder';
import { bundleWorkflows } from './bundle';
import { Compiler } from './compiler';
import { definitionsOf } from './definitions';
import { readProject, requireCompiled } from './project';

export interface BuildAnswer {
  readonly name: string;
  readonly buildId: string;
  readonly workflows: readonly string[];
  readonly bundle: string;
  readonly bytes: number;
}

/**
 * Checks the types, compiles, and bundles the workflows for `orkestra worker`.
 * @throws StartRefusedError with what is wrong, by file and line
 */
export async function build(folder: string): Promise<BuildAnswer> {
  const project = readProject(folder);
  const compiler = new Compiler(project);
  compiler.requireWorkflows();
  const { problems } = compiler.compile();
  if (problems.length > 0) throw new StartRefusedError(`The project has errors.\n${problems.join('\n')}`, 1);
  requireCompiled(project);
  const workflows = definitionsOf(project).map(({ name }) => name);
  const code = await bundleWorkflows(project);
  const { buildId, file } = writeBuild(project, code);
  return { name: project.name, buildId, workflows, bundle: file, bytes: Buffer.byteLength(code) };
}
