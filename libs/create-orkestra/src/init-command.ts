import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { initProject, type NewProject } from './init-project';
import { InitError } from './init.errors';
import { TEMPLATES } from './templates';

const OPTIONS = {
  template: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  json: { type: 'boolean' },
} as const;

/**
 * Makes a project as the arguments say, and asks for what they leave open where somebody sits at a terminal.
 * @returns what to print
 * @throws InitError
 */
export async function initCommand(args: readonly string[]): Promise<string> {
  const { values, positionals } = read(args);
  const [folder, ...rest] = positionals;
  if (rest.length > 0)
    throw new InitError(`One folder at a time: "${rest.join(' ')}" is too much. A name has no spaces.`);
  const asks = !values.yes && !values.json && stdin.isTTY && stdout.isTTY;
  const chosen = asks
    ? await ask(folder, values.template)
    : { folder: folder ?? missingFolder(), template: values.template ?? 'minimal' };
  const made = initProject(chosen);
  return values.json ? JSON.stringify(made, undefined, 2) : nextSteps(made);
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new InitError((error as Error).message);
  }
}

function missingFolder(): never {
  throw new InitError('Name the folder of the new project, such as my-bot.');
}

async function ask(folder: string | undefined, template: string | undefined) {
  const terminal = createInterface({ input: stdin, output: stdout });
  // Ctrl-C and the end of the input close it, and the question would wait for ever.
  const left = new Promise<never>((_, reject) =>
    terminal.once('close', () => reject(new InitError('Nothing was made.'))),
  );
  left.catch(() => undefined);
  const question = (text: string) => Promise.race([terminal.question(text), left]);
  try {
    return {
      folder: folder ?? ((await question('Folder of the new project (my-bot): ')) || 'my-bot'),
      template: template ?? (await askTemplate(question)),
    };
  } finally {
    terminal.close();
  }
}

async function askTemplate(question: (text: string) => Promise<string>): Promise<string> {
  const all = Object.entries(TEMPLATES);
  const list = all.map(([name, words], index) => `  ${index + 1}  ${name.padEnd(12)} ${words}`).join('\n');
  const answer = (await question(`What to begin with:\n${list}\nNumber or name (1): `)).trim() || '1';
  return all[Number(answer) - 1]?.[0] ?? answer;
}

function nextSteps({ name, folder }: NewProject): string {
  const path = relative(process.cwd(), folder);
  const enter = path === '' ? [] : [`  cd ${path.startsWith('..') ? folder : path}`];
  const steps = [...enter, '  npm install', '  npm run dev'];
  return [`${name} is made. Next:`, '', ...steps].join('\n');
}
