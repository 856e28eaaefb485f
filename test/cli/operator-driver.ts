/** The packed commands in one process outside the repository, which reads a call a line and writes how it ended. */
export const DRIVER = `
  const { runOperator } = require(process.argv[1]);
  require('readline').createInterface({ input: process.stdin }).on('line', async (line) => {
    const { id, args, env } = JSON.parse(line);
    const said = { out: '', err: '' };
    const streams = { out: (text) => void (said.out += text), err: (text) => void (said.err += text) };
    const code = await runOperator(args, env, streams);
    process.stdout.write(JSON.stringify({ id, code, ...said }) + '\\n');
  });`;
