import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModerationAgent } from './agent';
import type { Post } from './post';
import { settingsFrom } from './settings';

/** Moderates the posts of a file, and prints what became of each as a line of JSON. */
async function main(file = join(__dirname, '../posts.json')): Promise<void> {
  const posts = JSON.parse(readFileSync(file, 'utf8')) as Post[];
  const agent = await ModerationAgent.start(settingsFrom(process.env));
  try {
    for (const post of posts) print(await agent.moderate(post));
    print({ blocked: [...agent.blocked] });
  } finally {
    await agent.close();
  }
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
