import { createRequire } from 'node:module';
import { StartRefusedError } from '../../environment/cli.errors';
import type { Environment } from '../../environment/environment';
import { packageOf, type Project } from '../../project/project';
import { AiSdkModel } from './ai-sdk-model';
import { AnthropicModel } from './anthropic-model';
import type { Model } from './model';

/** Good at code, and quick enough to wait for. */
const DEFAULT_MODEL = 'claude-sonnet-5-5';

interface Choice {
  /** `anthropic`, or a provider of the AI SDK: `openai` or the name of its package. */
  readonly provider: string;
  readonly model: string | undefined;
}

/** @throws StartRefusedError that says which key or package is missing */
export function chooseModel({ provider, model }: Choice, project: Project, env: Environment): Model {
  const name = model ?? env['ORKESTRA_MODEL'];
  if (provider !== 'anthropic') return ofAiSdk(provider, name, project);
  const apiKey = env['ANTHROPIC_API_KEY'];
  const baseUrl = env['ANTHROPIC_BASE_URL'];
  if (!apiKey) {
    const others = 'or name another provider with --provider';
    throw refused(`ANTHROPIC_API_KEY is missing: set it to a key of the Claude API, ${others}.`);
  }
  if (baseUrl && !/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : ''))
    throw refused('ANTHROPIC_BASE_URL must be a URL such as https://gateway.example.com.');
  return new AnthropicModel({ apiKey, baseUrl, model: name ?? DEFAULT_MODEL });
}

function ofAiSdk(provider: string, name: string | undefined, project: Project): Model {
  if (!/^(@[a-z0-9-]+\/)?[a-z0-9-]+$/.test(provider))
    throw refused(`"${provider}" is no provider. Take anthropic, openai, google, mistral or the like.`);
  if (!name) throw refused(`Name a model of ${provider}, with --model or ORKESTRA_MODEL.`);
  const id = provider.startsWith('@') ? provider : `@ai-sdk/${provider}`;
  const sdk = installed<ConstructorParameters<typeof AiSdkModel>[0]['sdk']>(project, 'ai');
  const exported = installed<Record<string, unknown>>(project, id);
  // Each of these packages exports its provider under its own name: openai, google, amazon-bedrock as amazonBedrock or bedrock.
  const make = Object.entries(exported).find(
    ([key, value]) => isProviderOf(id, key) && typeof value === 'function',
  );
  if (make === undefined) throw refused(`${id} has no provider of its name. Take a package of the AI SDK 6.`);
  const model = (make[1] as (model: string) => ConstructorParameters<typeof AiSdkModel>[0]['model'])(name);
  return new AiSdkModel({ sdk, model, name, provider: id });
}

function isProviderOf(id: string, key: string): boolean {
  const words = (id.split('/').at(-1) ?? id).split('-');
  const camel = words.map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1)));
  return key === camel.join('') || key === words.at(-1);
}

/** The project's own, or else one that is installed beside this command. */
function installed<T>(project: Project, id: string): T {
  try {
    return packageOf<T>(project, id);
  } catch (error) {
    if (!(error instanceof StartRefusedError)) throw error;
    const { message } = error;
    try {
      return createRequire(__filename)(id) as T;
    } catch {
      throw refused(id === 'ai' ? `${message}@6` : message);
    }
  }
}

function refused(message: string): StartRefusedError {
  return new StartRefusedError(message, 2);
}
