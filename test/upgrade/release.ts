import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from 'semver';

const folder = join(__dirname, 'releases');

/** What people and workflows were in the middle of when a release was stopped. */
export interface Release {
  /** Which people there are, with the password of the demo. */
  tenants: { slug: string; name: string; users: { email: string; password: string }[] }[];
  /** Of Temporal. */
  namespace: string;
  /** Ids of workflows and tasks by what they wait for. */
  workflows: Record<string, string>;
  tasks: Record<string, string>;
}

/** Recorded releases, the newest last. */
export function recordedReleases(): string[] {
  return readdirSync(folder).sort(compare);
}

export function fileOf(version: string, name: 'release.json' | 'database.sql' | 'temporal.db.gz'): string {
  return join(folder, version, name);
}

export function readRelease(version: string): Release {
  return JSON.parse(readFileSync(fileOf(version, 'release.json'), 'utf8')) as Release;
}
