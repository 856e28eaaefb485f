// `node image/health.mjs live|ready`: ends with 0 when the server of this container runs, or can work. A container runs one
// of the three, so it is the one that answers.
const [question = 'live'] = process.argv.slice(2);
const { PORT, WORKER_PORT, MCP_PORT } = process.env;
const ports = [PORT || 4000, WORKER_PORT || 4200, MCP_PORT || 4100];

const answers = await Promise.all(
  ports.map((port) =>
    fetch(`http://127.0.0.1:${port}/health/${question}`, { signal: AbortSignal.timeout(4_000) }).then(
      ({ ok, status }) => ({ ok, said: `port ${port} answers ${status}` }),
      () => undefined,
    ),
  ),
);
const given = answers.filter(Boolean);
const problem = given.length === 0 ? 'no server answers' : given.find(({ ok }) => !ok)?.said;
if (problem) console.error(problem);
process.exit(problem ? 1 : 0);
