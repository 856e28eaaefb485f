import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../environment/cli.errors';
import type { Environment } from '../environment/environment';
import { readBuild } from '../project/build-folder';
import { definitionsOf } from '../project/definitions';
import { type Project, readProject } from '../project/project';
import { openClient } from '../project/temporal-client';
import { fileNameOf, historiesFrom, jsonOf, type RecordedHistory } from './histories';
import { countPinned, historyOf, openOf, type OpenRequest, type Sample, strangers } from './open-histories';
import { Replayer } from './replayer';
import type { ReplayReport } from './report';
import { reportText } from './report.words';

const OPTIONS = {
  dir: { type: 'string' },
  json: { type: 'boolean' },
  from: { type: 'string' },
  open: { type: 'boolean' },
  pinned: { type: 'boolean' },
  limit: { type: 'string' },
  save: { type: 'string' },
} as const;
const LIMIT = 20;
const MOST = 1_000;

type Options = ReturnType<typeof read>['values'];

/**
 * Replays what is open now, or what was recorded, with the new build; the exit code is 1 when something does not fit.
 * @throws UsageError, StartRefusedError
 */
export async function replay(
  args: readonly string[],
  env: Environment,
  print: (text: string) => void,
): Promise<void> {
  const { values, positionals } = read(args);
  const [folder, ...rest] = positionals;
  if (rest.length > 0 || (folder !== undefined && values.dir !== undefined))
    throw new UsageError(`"${positionals.join(' ')}" is not understood.`);
  if (
    values.from !== undefined &&
    (values.open ?? values.pinned ?? values.limit ?? values.save) !== undefined
  )
    throw new UsageError(
      '--from goes alone: --open, --pinned, --limit and --save are about what is open now.',
    );
  const limit = limitOf(values.limit);
  const project = readProject(values.dir ?? folder ?? '.');
  const { code, buildId } = readBuild(project);
  const replayer = new Replayer(project, code, env);
  const found =
    values.from === undefined
      ? await replayOpen({ project, env, replayer, options: values, limit })
      : await replayFiles(historiesFrom(project, resolve(values.from)), replayer);
  const report = { buildId, ...found };
  print(values.json ? JSON.stringify(report, undefined, 2) : reportText(report));
  if (report.misfit !== undefined || report.unknown.length > 0) process.exitCode = 1;
}

type Found = Omit<ReplayReport, 'buildId'>;

async function replayFiles(histories: readonly RecordedHistory[], replayer: Replayer): Promise<Found> {
  const counts = new Map<string, number>();
  const samples = () => [...counts].map(([workflow, replayed]) => ({ workflow, open: replayed, replayed }));
  for (const recorded of histories) {
    counts.set(recorded.workflow, (counts.get(recorded.workflow) ?? 0) + 1);
    const misfit = await replayer.misfitOf(recorded);
    if (misfit !== undefined) return { samples: samples(), pinned: 0, unknown: [], misfit };
  }
  return { samples: samples(), pinned: 0, unknown: [], misfit: undefined };
}

interface OpenReplay {
  project: Project;
  env: Environment;
  replayer: Replayer;
  options: Options;
  limit: number;
}

async function replayOpen({ project, env, replayer, options, limit }: OpenReplay): Promise<Found> {
  const opened = await openClient(project, env);
  const { client, settings } = opened;
  const taskQueue = `${settings.serverQueue}:${project.name}`;
  const request: OpenRequest = { client, taskQueue, limit, pinned: options.pinned ?? false };
  const samples: Sample[] = [];
  const names = definitionsOf(project).map(({ name }) => name);
  try {
    const pinned = request.pinned ? 0 : await countPinned(request);
    for (const workflow of names) {
      const { open, found } = await openOf(workflow, request);
      let replayed = 0;
      for (const one of found) {
        const recorded = await historyOf(client, one);
        if (recorded === undefined) continue;
        if (options.save !== undefined) save(project, recorded, resolve(options.save));
        replayed += 1;
        const misfit = await replayer.misfitOf(recorded);
        if (misfit === undefined) continue;
        return { samples: [...samples, { workflow, open, replayed }], pinned, unknown: [], misfit };
      }
      samples.push({ workflow, open, replayed });
    }
    return { samples, pinned, unknown: await strangers(names, request), misfit: undefined };
  } finally {
    await opened.close();
  }
}

function save(project: Project, recorded: RecordedHistory, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, fileNameOf(recorded)), jsonOf(project, recorded));
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return LIMIT;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0 && limit <= MOST) return limit;
  throw new UsageError(`--limit is a number from 1 to ${MOST}, not "${text}".`);
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
