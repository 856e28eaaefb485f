import { createInterface } from 'node:readline/promises';
import { CommandError, WrongUsageError } from '../command-line/command.errors';
import type { JsonObject } from '../command-line/exact-json';
import { EXIT } from '../command-line/exit-code';
import { textOf } from '../command-line/option-values';
import { objectOf } from '../graphql/request';
import type { RemoteCall } from '../graphql/run-remote';
import { taskLines } from './task-words';

/**
 * The digest of what whoever decides has seen: the one that is given, or else of what is shown now at the terminal and
 * confirmed.
 * @throws WrongUsageError where nobody sits at a terminal
 */
export async function shownDigest(call: RemoteCall, read: () => Promise<JsonObject>): Promise<string> {
  const given = textOf(call.options, 'digest');
  if (given !== undefined) return given;
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new WrongUsageError('--digest is missing: take it from `orkestra tasks show ID`.');
  const task = await read();
  const { payloadDigest } = objectOf(task['approval']);
  if (typeof payloadDigest !== 'string')
    throw new CommandError(
      EXIT.refused,
      'task.not_approval',
      'This task is no approval: use tasks complete.',
    );
  for (const line of taskLines(task, (text) => text)) call.console.tell(line);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question('\nDecide on this? Type "yes" to go on: ');
    if (answer.trim().toLowerCase() === 'yes') return payloadDigest;
  } finally {
    terminal.close();
  }
  throw new CommandError(EXIT.refused, 'not_confirmed', 'Nothing was decided.');
}
