import type { ClientName } from './clients';

/** How the server is started. */
export interface Launch {
  command: string;
  args: string[];
  url: string;
  /** Absent when it is not to be shown. */
  key: string | undefined;
}

const PLACEHOLDER = 'YOUR_API_KEY';
const INPUT = 'orkestra-api-key';

/** What the client's configuration holds, or the command that puts it there. */
export function snippetFor(client: ClientName, launch: Launch): string {
  if (client === 'claude-code') return claudeCode(launch);
  return JSON.stringify(client === 'vscode' ? vscode(launch) : mcpServers(launch), undefined, 2);
}

function mcpServers({ command, args, url, key = PLACEHOLDER }: Launch) {
  return {
    mcpServers: { orkestra: { command, args, env: { ORKESTRA_URL: url, ORKESTRA_API_KEY: key } } },
  };
}

/** VS Code asks for the key and keeps it, so that the file can be committed. */
function vscode({ command, args, url, key }: Launch) {
  const input = { type: 'promptString', id: INPUT, description: 'API key of Orkestra', password: true };
  const env = { ORKESTRA_URL: url, ORKESTRA_API_KEY: key ?? `\${input:${INPUT}}` };
  return {
    ...(key === undefined && { inputs: [input] }),
    servers: { orkestra: { type: 'stdio', command, args, env } },
  };
}

function claudeCode({ command, args, url, key = PLACEHOLDER }: Launch): string {
  const env = [`ORKESTRA_URL=${url}`, `ORKESTRA_API_KEY=${key}`].flatMap((pair) => ['--env', pair]);
  // An option must stand between the last --env and the name, which would be taken for one more variable.
  const words = ['claude', 'mcp', 'add', ...env, '--transport', 'stdio', 'orkestra', '--', command, ...args];
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
