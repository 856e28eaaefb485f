// The image's entry point: `api-gateway`, `worker` or `mcp-gateway` is a server, anything else a command of `orkestra`.
// The program runs in this very process, so that signals reach it.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const servers = ['api-gateway', 'worker', 'mcp-gateway'];
const app = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [name] = process.argv.slice(2);
const server = servers.includes(name);

if (server) process.argv.splice(2, 1);
// No signal ends the first process of a container by itself, not even the one that Nest sends to its own process at last.
for (const [signal, code] of Object.entries({ SIGTERM: 143, SIGINT: 130 })) {
  process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(code));
}
const program = server ? `dist/apps/${name}/src/main.js` : 'libs/cli/dist/main.js';
await import(pathToFileURL(join(app, program)).href);
