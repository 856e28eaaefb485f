import type { AuthoringOptions } from '../src/authoring/authoring-options';
import { authoringOptions } from '../src/authoring/authoring-options';
import { AnthropicModel } from '../src/authoring/model/anthropic-model';
import type { Talk } from '../src/authoring/talk/talk';
import { TalkShelf } from '../src/authoring/talk/talk-shelf';
import { Workbench } from '../src/authoring/workbench';
import { Secrets } from '../src/authoring/workspace/secrets';
import { readProject } from '../src/project/project';
import type { ScriptedDeveloper } from './scripted-developer';

interface Bench {
  folder: string;
  url: string;
  developer: ScriptedDeveloper;
  args?: string[];
  options?: Partial<AuthoringOptions>;
  talk?: Partial<Talk>;
  env?: Record<string, string>;
  stop?: AbortSignal;
}

/** The talk in this process, with a model that is reached over HTTP and a developer who follows a script. */
export async function talkOver(bench: Bench, request = 'An approval, please'): Promise<{ kind: string }> {
  const { folder, url, developer, args = [], options, talk, env = {} } = bench;
  const open = new Workbench({
    ...{ project: readProject(folder), developer, env, shelf: new TalkShelf(folder) },
    model: new AnthropicModel({ apiKey: 'the-key', baseUrl: url, model: 'scripted' }),
    secrets: new Secrets(folder, env),
    talk: {
      ...{ id: '2026-01-01', begun: '2026-01-01T00:00:00Z', request, outcome: 'open', messages: [] },
      ...{ proposal: { files: {}, seen: {} }, ...talk },
    },
    options: { ...authoringOptions(args), ...options },
    stop: bench.stop ?? new AbortController().signal,
    earlier: [],
  });
  try {
    return await open.run(request);
  } finally {
    open.close();
  }
}
