import { parseArgs } from 'node:util';
import type * as Sdk from '@orkestra/sdk';
import { StartRefusedError, UsageError } from '../environment/cli.errors';
import type { Environment } from '../environment/environment';
import { readBuild } from '../project/build-folder';
import { decoderOf, encoderOf } from '../project/payloads';
import { packageOf, type Project, readProject } from '../project/project';
import { openClient, type OpenClient } from '../project/temporal-client';
import { explained, isTooEarly, reasonOf } from '../deployments/deployment.errors';
import { deploymentNameOf } from '../deployments/deployment-name';
import { Deployments } from '../deployments/deployments';
import { move } from './move';
import { OpenExecutions } from './open-executions';
import { promote } from './promote';
import { statusOf } from './status';
import { statusText } from './status.words';
import { waitsOf } from './waits';

const OPTIONS = {
  dir: { type: 'string' },
  json: { type: 'boolean' },
  limit: { type: 'string' },
  percentage: { type: 'string' },
  unversioned: { type: 'boolean' },
} as const;
const NAMED = 50;
const MOST_NAMED = 1_000;

interface Deploy extends OpenClient {
  project: Project;
  deployments: Deployments;
  executions: OpenExecutions;
}
type Options = ReturnType<typeof read>['values'];
type Print = (text: string) => void;

/**
 * Which build of a project is current, and what still needs the others.
 * @throws UsageError, StartRefusedError
 */
export async function deploy(args: readonly string[], env: Environment, print: Print): Promise<void> {
  const { values, positionals } = read(args);
  const [command, buildId, ...rest] = positionals;
  const run = COMMANDS[command ?? ''];
  if (run === undefined)
    throw new UsageError(`Say what to do: orkestra deploy ${Object.keys(COMMANDS).join('|')}.`);
  if (rest.length > 0 || (buildId !== undefined && command !== 'promote'))
    throw new UsageError(`"${positionals.slice(1).join(' ')}" is not understood.`);
  const project = readProject(values.dir ?? '.');
  const name = deploymentNameOf(project, env);
  const open = await openClient(project, env);
  const { client, settings } = open;
  const deployments = new Deployments(client.workflowService, settings.namespace, name);
  const executions = new OpenExecutions(client, name, `${settings.serverQueue}:${project.name}`);
  try {
    print(await run({ ...open, project, deployments, executions }, values, buildId));
  } catch (error) {
    throw explained(error);
  } finally {
    await open.close();
  }
}

const COMMANDS: Record<string, (deploy: Deploy, options: Options, buildId?: string) => Promise<string>> = {
  async status({ project, client, deployments, executions }, { json, limit }) {
    const decode = decoderOf(project, client);
    const named = numberOf('limit', limit, NAMED, MOST_NAMED);
    const status = await statusOf({
      ...{ deployments, executions, limit: named },
      waitsOf: (execution) => waitsOf(client, decode, execution),
    });
    return json ? JSON.stringify(status, undefined, 2) : statusText(status);
  },

  async promote({ project, deployments, executions }, { json, percentage, unversioned }, given) {
    if (unversioned && (given ?? percentage) !== undefined)
      throw new UsageError('--unversioned goes alone: it takes no build and no percentage.');
    const buildId = unversioned ? undefined : (given ?? readBuild(project).buildId);
    const share = percentage === undefined ? undefined : numberOf('percentage', percentage, 0, 100);
    const promoted = await promote({ deployments, executions, buildId, percentage: share }).catch(
      (error: unknown) => {
        if (!isTooEarly(error)) throw error;
        throw new StartRefusedError(
          `The build ${buildId ?? 'without a version'} can't take over: ${reasonOf(error)}.`,
          1,
        );
      },
    );
    if (json) return JSON.stringify(promoted, undefined, 2);
    const { previous, pinnedElsewhere } = promoted;
    const to = share === undefined || share === 100 ? 'is current' : `takes ${share} %`;
    const before = previous === undefined || previous === buildId ? '' : `, after ${previous}`;
    const more =
      pinnedElsewhere === 0
        ? ''
        : `\nOpen executions pinned to other builds: ${pinnedElsewhere}. Their workers have to go on: npx orkestra deploy status`;
    return `${buildId === undefined ? 'What runs without a version' : `Build ${buildId}`} ${to}${before}${more}`;
  },

  async move({ project, client, deployments, executions }, { json, limit }) {
    const { NEW_VERSION_SIGNAL: signalName } = packageOf<Partial<typeof Sdk>>(project, '@orkestra/sdk');
    if (signalName === undefined)
      throw new StartRefusedError(
        'This needs a later @orkestra/sdk. Run: npm install @orkestra/sdk@latest',
        2,
      );
    const most = numberOf('limit', limit, 100_000, 100_000);
    const encode = encoderOf(project, client);
    const moved = await move({ client, signalName, encode, deployments, executions, limit: most });
    if (json) return JSON.stringify(moved, undefined, 2);
    const rest = moved.leftOut === 0 ? '' : `; ${moved.leftOut} left out (--limit)`;
    return `Told of build ${moved.buildId}: ${moved.told} pinned to other builds${rest}. Who has moved: npx orkestra deploy status`;
  },
};

function numberOf(name: string, text: string | undefined, fallback: number, most: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= most && text.trim() !== '') return number;
  throw new UsageError(`--${name} is a number from 0 to ${most}, not "${text}".`);
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
