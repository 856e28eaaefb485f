import { DomainError } from '@orkestra/core';
import type { Environment } from './environment';
import { EXIT, EXIT_OF_KIND } from './exit-code';
import { OperatorError, WrongUsageError } from './operator.errors';

export interface Failure {
  exitCode: number;
  code: string;
  message: string;
  /** Whether it helps to see how the command is used. */
  usage: boolean;
}

/** What is said of an error, without anything that the environment keeps to itself. */
export function failureOf(error: unknown, env: Environment): Failure {
  const message = withoutSecrets(wordsOf(error), env);
  if (error instanceof OperatorError) {
    return { exitCode: error.exitCode, code: error.code, message, usage: error instanceof WrongUsageError };
  }
  if (error instanceof DomainError) {
    return { exitCode: EXIT_OF_KIND[error.kind], code: error.code, message, usage: false };
  }
  return { exitCode: EXIT.failed, code: 'failed', message, usage: false };
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  return error.message || (typeof code === 'string' ? code : error.name);
}

/** Passwords and keys of the environment, and whatever else looks like a part of a URL with one. */
function withoutSecrets(text: string, env: Environment): string {
  const secrets = Object.entries(env).flatMap(([name, value = '']) => secretsOf(name, value));
  return [...secrets]
    .sort((one, other) => other.length - one.length)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1***@');
}

function secretsOf(name: string, value: string): string[] {
  if (/(PASSWORD|SECRET|TOKEN|API_KEY)/.test(name) && value.length >= 4) return [value];
  if (!/_URL$/.test(name) || !URL.canParse(value)) return [];
  const { password } = new URL(value);
  return [value, password, decoded(password)].filter((one) => one.length >= 4);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
