import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from '../files/json-file';
import type { RolePasswords } from './provision-database';

export interface Secrets extends RolePasswords {
  /** Of the embedded cluster's superuser. */
  readonly superuser: string;
}

/** The passwords of this data folder, drawn at its first start. */
export function openSecrets(home: string): Secrets {
  const file = join(home, 'secrets.json');
  const known = readJson<Secrets>(file);
  if (known) return known;
  const fresh = { superuser: draw(), owner: draw(), app: draw(), system: draw() };
  writeJson(file, fresh);
  return fresh;
}

function draw(): string {
  return randomBytes(24).toString('base64url');
}
