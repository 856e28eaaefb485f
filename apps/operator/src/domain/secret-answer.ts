import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import type { Answer } from '../command-line/command';
import { EXIT } from '../command-line/exit-code';
import { OperatorError } from '../command-line/operator.errors';

/** What is said of a secret that is shown this once. */
export interface Secret {
  secret: string;
  /** Its name in the JSON. */
  name: string;
  json: Readonly<Record<string, unknown>>;
  /** For people, before it. */
  said: string;
}

/**
 * Has a secret made and shows it on stdout, or keeps it in a new file that its owner alone reads. The file is opened
 * before the secret is made, so that none is lost.
 */
export async function secretAnswer(file: string | undefined, make: () => Promise<Secret>): Promise<Answer> {
  if (file === undefined) {
    const { json, name, secret, said } = await make();
    return { json: { ...json, [name]: secret }, lines: [said, secret] };
  }
  const descriptor = opened(file);
  try {
    const { json, secret, said } = await make();
    writeSync(descriptor, `${secret}\n`);
    fsyncSync(descriptor);
    return { json: { ...json, file }, lines: [said, `in the file ${file}`] };
  } catch (error) {
    unlinkSync(file);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** A file that is there already is not touched: it may be open to others, or lead elsewhere. */
function opened(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'is there already' : 'cannot be written';
    throw new OperatorError(EXIT.usage, 'file', `The file ${file} ${why}. Name another one.`);
  }
}
