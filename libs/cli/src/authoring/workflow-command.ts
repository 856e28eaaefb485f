import { randomUUID } from 'node:crypto';
import { StartRefusedError, UsageError } from '../environment/cli.errors';
import type { Environment } from '../environment/environment';
import { readProject } from '../project/project';
import { AUTHORING_USAGE, authoringOptions, type AuthoringOptions } from './authoring-options';
import { PipedAnswers, TypedAnswers } from './developer/answers';
import type { Developer } from './developer/developer';
import { JsonLines } from './developer/json-lines';
import { Terminal } from './developer/terminal';
import { chooseModel } from './model/choose-model';
import { ModelError } from './model/model.errors';
import { WriteError } from './saving';
import { TalkEndedError } from './talk/budget';
import { mended, type Talk } from './talk/talk';
import { TalkShelf } from './talk/talk-shelf';
import { Secrets } from './workspace/secrets';
import { Workbench } from './workbench';

const STOPPED = 130;

/**
 * `orkestra workflow`: talks with the developer until a workflow is written, or they want no more.
 * @returns the exit code
 * @throws UsageError, StartRefusedError
 */
export async function authorWorkflow(args: readonly string[], env: Environment): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${AUTHORING_USAGE}\n`);
    return 0;
  }
  const options = readOptions(args);
  const project = readProject(options.dir);
  const model = chooseModel(options, project, env);
  const stop = stopSignal();
  const developer = developerOf(options, env);
  try {
    const shelf = new TalkShelf(project.folder);
    const secrets = new Secrets(project.folder, env);
    const last = options.goesOn ? lastOf(shelf) : undefined;
    const request = await requestOf(options, last, developer, stop);
    const talk = last ?? newTalk(secrets.leaveOut(request));
    const earlier = options.forgets || options.goesOn ? [] : shelf.earlier();
    const parts = { project, model, developer, shelf, secrets, talk, options, env, stop, earlier };
    return await talkItOver(new Workbench(parts), request, developer, stop);
  } catch (error) {
    if (!stop.aborted) throw error;
    return stoppedBy(developer);
  } finally {
    developer.close();
  }
}

async function talkItOver(
  bench: Workbench,
  request: string,
  developer: Developer,
  stop: AbortSignal,
): Promise<number> {
  const end = (outcome: string, text: string, files: readonly string[] = []) =>
    developer.tell({ type: 'end', outcome, text, files });
  try {
    const { kind, files } = await bench.run(request);
    const names = files.join(', ');
    if (kind === 'written') end(kind, `Written: ${names} (${bench.used}).`, files);
    if (kind === 'shown') end(kind, `Nothing was written, as --dry-run says. --continue goes on.`, files);
    if (kind === 'declined') end(kind, 'Nothing was written. orkestra workflow --continue goes on.');
    if (kind === 'unanswered')
      end(kind, 'Nothing was written, as nobody answered. --yes writes without asking.');
    return kind === 'unanswered' ? 1 : 0;
  } catch (error) {
    if (stop.aborted) return stoppedBy(developer);
    if (error instanceof ModelError) {
      end('failed', '');
      throw new StartRefusedError(
        `${error.message}. ${ADVICE[error.trouble]} Nothing was written.`,
        isYours(error) ? 2 : 1,
      );
    }
    if (!(error instanceof TalkEndedError || error instanceof WriteError)) throw error;
    end('failed', '');
    throw new StartRefusedError(
      `${error.message} Nothing was written. orkestra workflow --continue goes on.`,
      1,
    );
  } finally {
    bench.close();
  }
}

const ADVICE = {
  busy: 'Try again later, with orkestra workflow --continue.',
  broken: 'Look at the network and ANTHROPIC_BASE_URL, then try again with orkestra workflow --continue.',
  key: 'Check the key, such as ANTHROPIC_API_KEY.',
  model: 'Name a model that there is, with --model or ORKESTRA_MODEL.',
  request: 'Begin a new talk, or take another model.',
};

function isYours({ trouble }: ModelError): boolean {
  return trouble === 'key' || trouble === 'model';
}

function stoppedBy(developer: Developer): number {
  const text = 'Stopped; nothing was written. orkestra workflow --continue goes on.';
  developer.tell({ type: 'end', outcome: 'stopped', text, files: [] });
  return STOPPED;
}

function readOptions(args: readonly string[]): AuthoringOptions {
  try {
    return authoringOptions(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new StartRefusedError(`${error.message}\n\n${AUTHORING_USAGE}`, 2);
  }
}

function developerOf({ json }: AuthoringOptions, { NO_COLOR }: Environment): Developer {
  const { stdin, stdout } = process;
  const write = (text: string) => void stdout.write(text);
  if (json) return new JsonLines(write, new PipedAnswers(stdin));
  const isTyped = stdin.isTTY && stdout.isTTY;
  const answers = isTyped
    ? new TypedAnswers(stdin, stdout)
    : new PipedAnswers(stdin, (prompt) => write(`${prompt}\n`));
  return new Terminal(write, answers, stdout.isTTY && !NO_COLOR);
}

async function requestOf(
  { request }: AuthoringOptions,
  last: Talk | undefined,
  developer: Developer,
  stop: AbortSignal,
) {
  if (request !== undefined) return request;
  if (last !== undefined) return 'Go on where we stopped.';
  const question = { kind: 'talk', text: 'What should the workflow do?' } as const;
  const answer = await Promise.race([developer.ask(question), rejectedBy(stop)]);
  if (answer) return answer;
  throw new StartRefusedError('Say what the workflow should do: orkestra workflow "…"', 2);
}

function lastOf(shelf: TalkShelf): Talk {
  const last = shelf.last();
  if (last !== undefined) return { ...last, outcome: 'open', messages: mended(last.messages) };
  throw new StartRefusedError('There is no talk to go on with. Begin one: orkestra workflow "…"', 2);
}

function newTalk(request: string): Talk {
  const begun = new Date().toISOString();
  const id = `${begun.replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
  return { id, begun, request, outcome: 'open', messages: [], proposal: { files: {}, seen: {} } };
}

/** Aborted by the first Ctrl-C. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());
  return stop.signal;
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
