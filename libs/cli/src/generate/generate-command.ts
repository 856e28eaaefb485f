import { join } from 'node:path';
import { StartRefusedError, UsageError } from '../environment/cli.errors';
import { type FileChange, refuseOverwriting, writeAll } from './file-change';
import { type Name, nameOf } from './names';
import { activityText, formText, workflowText } from './new-files';
import { type KnownWorkflow, readWorkflow } from './read-workflow';
import { withActivity, withWorkflow } from './register';
import { testText } from './test-text';
import { UserProject } from './user-project';

export interface GenerateAnswer {
  readonly kind: Kind;
  readonly name: string;
  readonly dryRun: boolean;
  /** Paths in the project. */
  readonly files: readonly { readonly path: string; readonly action: FileChange['action'] }[];
  /** What to do with it. */
  readonly next: string;
}

const KINDS = { workflow, activity, form, test };
export type Kind = keyof typeof KINDS;

interface Generated {
  readonly changes: readonly FileChange[];
  readonly next: string;
}

/**
 * Writes a workflow, an activity, a form or a test into a project, and has the project know it.
 * @throws StartRefusedError, UsageError; nothing is written then
 */
export function generate(
  [kind, given, ...rest]: readonly string[],
  { folder, dryRun }: { folder: string; dryRun: boolean },
): GenerateAnswer {
  if (kind === undefined || !isKind(kind))
    throw new UsageError(`Say what to generate: ${Object.keys(KINDS).join(', ')}.`);
  if (given === undefined) throw new UsageError(`Name the ${kind}, such as refund-request.`);
  const name = nameOf([given, ...rest].join(' '));
  const user = UserProject.open(folder);
  const { changes, next } = KINDS[kind](user, name);
  if (dryRun) refuseOverwriting(changes);
  else writeAll(changes);
  const files = changes.map(({ file, action }) => ({ path: user.short(file), action }));
  return { kind, name: name.kebab, dryRun, files, next };
}

function workflow(user: UserProject, name: Name): Generated {
  refuseSecond(user, name);
  const file = join(user.sourceFolder, `${name.kebab}.workflow.ts`);
  const text = workflowText(name);
  const list = user.workflowsFile;
  const registered = withWorkflow(
    { ts: user.ts, source: user.parse(list), name: user.short(list) },
    { identifier: name.camel, from: user.specifier(list, file) },
  );
  const known = readWorkflow(user.ts, user.parse(file, text), name.kebab);
  return {
    changes: [
      { file, text, action: 'create' },
      { file: list, text: registered, action: 'change' },
      ...(known === undefined ? [] : [testOf(user, name, known)]),
    ],
    next: `Write what ${name.camel} does, then run: npm test`,
  };
}

function activity(user: UserProject, name: Name): Generated {
  const { activitiesPath } = user.project;
  if (activitiesPath === undefined)
    throw refused(
      'Say in package.json where the compiled activities are: "orkestra": { …, "activities": "./dist/activities.js" }.',
    );
  const file = join(user.sourceFolder, `${name.kebab}.activity.ts`);
  const list = user.activitiesFile ?? join(user.sourceFolder, 'activities.ts');
  const isNew = user.activitiesFile === undefined;
  const source = isNew ? user.parse(list, '') : user.parse(list);
  const text = withActivity(
    { ts: user.ts, source, name: user.short(list) },
    { identifier: name.camel, from: user.specifier(list, file) },
  );
  return {
    changes: [
      { file, text: activityText(name), action: 'create' },
      { file: list, text, action: isNew ? 'create' : 'change' },
    ],
    next: `Call it from a workflow: const { ${name.camel} } = proxyActivities<typeof activities>({ startToCloseTimeout: '1m' });`,
  };
}

function form(user: UserProject, name: Name): Generated {
  const file = join(user.sourceFolder, `${name.kebab}.form.ts`);
  return {
    changes: [{ file, text: formText(name), action: 'create' }],
    next: `Give it to a task: form: ${name.camel}Form`,
  };
}

function test(user: UserProject, name: Name): Generated {
  const known = findWorkflow(user, name);
  if (known === undefined)
    throw refused(
      `The project has no workflow('${name.kebab}', …). Make one: npx orkestra generate workflow ${name.kebab}`,
    );
  const isWhole = known.input !== undefined;
  return {
    changes: [testOf(user, name, known)],
    next: isWhole
      ? 'Say what you expect of the result, then run: npm test'
      : 'Put in an input, then run: npm test',
  };
}

function testOf(user: UserProject, { kebab }: Name, known: KnownWorkflow): FileChange {
  const file = join(user.sourceFolder, `${kebab}.test.ts`);
  const { identifier } = known;
  if (identifier === undefined)
    throw refused(`Export the workflow ${kebab} from ${user.short(known.file)}, so that a test can run it.`);
  const { workflowsFile, activitiesFile } = user;
  const text = testText({
    name: kebab,
    workflow: { ...known, identifier },
    esm: user.project.esm,
    from: {
      workflow: user.specifier(file, known.file),
      workflows: user.specifier(file, workflowsFile),
      activities: activitiesFile && user.specifier(file, activitiesFile),
    },
  });
  return { file, text, action: 'create' };
}

function refuseSecond(user: UserProject, name: Name): void {
  const known = findWorkflow(user, name);
  if (known !== undefined)
    throw refused(`${user.short(known.file)} has a workflow ${name.kebab} already. Take another name.`);
}

function findWorkflow(user: UserProject, { kebab }: Name): KnownWorkflow | undefined {
  for (const file of user.files) {
    const found = readWorkflow(user.ts, user.parse(file), kebab);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isKind(word: string): word is Kind {
  return Object.hasOwn(KINDS, word);
}

function refused(message: string): StartRefusedError {
  return new StartRefusedError(message, 2);
}
