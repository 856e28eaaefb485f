import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(__dirname, '../../docs/guides/backups.md'), 'utf8');
const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block ?? '');

/** What the guide has its reader type, in its order. */
export const GUIDE = {
  makeRole: the('CREATE ROLE orkestra_backup', 'GRANT SELECT'),
  write: the('pg_dump'),
  makeRolesElsewhere: the('CREATE ROLE orkestra_owner'),
  restore: the('pg_restore'),
  compare: the('diff'),
};

/** Which databases of the guide's are made by it. */
export const RESTORED = 'orkestra_restored';

function the(...words: string[]): string {
  const found = commands.filter((block) => words.every((word) => block.includes(word)));
  if (found.length !== 1)
    throw new Error(`The guide has ${found.length} blocks with ${words.join(' and ')}.`);
  return found[0] ?? '';
}

/** The same address with another role, password or database in it. */
export function changed(url: string, { role, password, database }: Change): string {
  const other = new URL(url);
  if (role !== undefined) other.username = role;
  if (password !== undefined) other.password = encodeURIComponent(password);
  if (database !== undefined) other.pathname = `/${database}`;
  return other.href;
}

interface Change {
  role?: string;
  password?: string;
  database?: string;
}
