import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One question of the knowledge base with its answer. */
export interface Passage {
  id: string;
  topic: string;
  title: string;
  text: string;
}

const FOLDER = join(__dirname, '..', 'knowledge');

/** Reads the knowledge base: one file per topic (`# Topic`), one passage per section (`## Question`). */
export function readKnowledge(folder = FOLDER): Passage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => passagesOf(file, readFileSync(join(folder, file), 'utf8')));
}

function passagesOf(file: string, markdown: string): Passage[] {
  const [heading = '', ...sections] = markdown.split(/^## /m);
  const topic = heading.replace(/^# /, '').trim();
  return sections.map((section, index) => {
    const [title = '', ...lines] = section.split('\n');
    return { id: `${file}#${index + 1}`, topic, title: title.trim(), text: lines.join('\n').trim() };
  });
}
