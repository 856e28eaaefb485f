import { createInterface } from 'node:readline';

/** How a client's program talks with the test: a line of JSON for each step, and a line back when the gateway has moved. */
export class Conversation {
  url = process.env.MCP_URL;
  key = process.env.MCP_KEY;
  unique = process.env.MCP_UNIQUE;
  #lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

  tell = (step, value) => process.stdout.write(`${JSON.stringify({ step, value })}\n`);

  moved = async () => {
    this.tell('move', null);
    await this.#lines.next();
  };
}

/** The data in an answer's text, which stands between marks. */
export function jsonOf(text) {
  const [, json] = /<orkestra-data>\s*(.*?)\s*<\/orkestra-data>/s.exec(text) ?? [];
  if (json === undefined) throw new Error(`There is no data in: ${text}`);
  return JSON.parse(json);
}

export async function refused(work) {
  try {
    return { taken: await work() };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
