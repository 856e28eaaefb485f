import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../environment/environment';

const SECRET_NAME = /KEY|TOKEN|SECRET|PASS|PWD|CREDENTIAL|DSN|AUTH/i;
const SHORTEST = 6;
/** Of a value in an `.env` file whose name says nothing; words of letters, such as `production`, are no secrets. */
const SHORTEST_NAMELESS = 8;

/** Stands where a secret was. */
export const LEFT_OUT = '[secret left out]';

/**
 * Values that must not reach the model, wherever else they stand: those of the project's `.env` files, and those of the
 * environment that look secret.
 */
export class Secrets {
  private readonly values: readonly string[];

  constructor(folder: string, env: Environment) {
    const written = envFilesOf(folder).flatMap(pairsOf);
    const secret = [...written.filter(isSecretInFile), ...Object.entries(env).filter(isSecret)];
    const values = secret.flatMap(([, value = '']) => [value, passwordOf(value)]);
    const distinct = new Set(values.filter((value) => value.length >= SHORTEST));
    // The longest first: one may be a part of another.
    this.values = [...distinct].sort((one, other) => other.length - one.length);
  }

  leaveOut(text: string): string {
    return this.values.reduce((left, value) => left.replaceAll(value, LEFT_OUT), text);
  }
}

type Pair = [name: string, value: string | undefined];

function envFilesOf(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true });
  const files = names.filter((entry) => !entry.isDirectory() && /(^|\.)env(rc)?($|\.)/i.test(entry.name));
  return files.flatMap(({ name }) => {
    try {
      return [readFileSync(join(folder, name), 'utf8')];
    } catch {
      return [];
    }
  });
}

function pairsOf(text: string): Pair[] {
  const found = text.matchAll(/^\s*(?:export\s+)?([\w.-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|(.*?))\s*$/gm);
  return [...found].map(([, name = '', double, single, plain]) => [name, double ?? single ?? plain]);
}

function isSecretInFile(pair: Pair): boolean {
  const [, value = ''] = pair;
  return isSecret(pair) || (value.length >= SHORTEST_NAMELESS && !/^[a-z -]+$/i.test(value));
}

function isSecret([name, value = '']: Pair): boolean {
  return (SECRET_NAME.test(name) && value.length >= SHORTEST) || passwordOf(value) !== '';
}

/** Of a URL such as `postgres://app:secret@host/db`. */
function passwordOf(value: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]*@/i.test(value) || !URL.canParse(value)) return '';
  const { password } = new URL(value);
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
