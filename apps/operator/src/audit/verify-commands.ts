import { readFile } from 'node:fs/promises';
import { DECISION_RECEIPT_TYPE, openReceipt } from '@orkestra/tasks';
import { AuditFileCheck, type AuditFileReport, type PublicKeys, publicKeysIn } from '@orkestra/tenancy';
import type { Answer, Call } from '../command-line/command';
import { EXIT } from '../command-line/exit-code';
import { OperatorError, WrongUsageError } from '../command-line/operator.errors';
import { requiredText, textOf } from '../command-line/option-values';
import { facts } from '../command-line/output';
import { readLines } from './read-lines';

/** Reads the file alone: whoever checks needs no database, and no trust in whoever runs one. */
export async function verifyFile({ words: [file = ''], options }: Call): Promise<Answer> {
  const expected = textOf(options, 'checkpoint');
  if (expected !== undefined && !/^[0-9a-f]{64}$/.test(expected))
    throw new WrongUsageError('--checkpoint takes the digest of a checkpoint, 64 hexadecimal digits.');
  const keyFile = textOf(options, 'key');
  const keys = keyFile === undefined ? undefined : await keysIn(keyFile);
  const check = new AuditFileCheck({ keys, expected });
  try {
    for await (const line of readLines(file)) check.add(line);
  } catch (error) {
    throw unreadable(file, error);
  }
  const report = check.report();
  return { json: { ...report }, lines: linesOf(report), ...(report.ok ? {} : { exitCode: EXIT.failed }) };
}

export async function verifyReceipt({ words: [file = ''], options }: Call): Promise<Answer> {
  const keys = await keysIn(requiredText(options, 'key'));
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const { problem, statement, keyId } = openReceipt(text, keys);
  if (statement === undefined) {
    const json = { ok: false, problem };
    return { json, lines: [`This is no receipt to be believed: ${problem}.`], exitCode: EXIT.failed };
  }
  const { outcome, taskId, tenantId, closedAt } = statement.predicate;
  return {
    json: { ok: true, keyId, statement },
    lines: facts({ type: DECISION_RECEIPT_TYPE, tenantId, taskId, outcome, closedAt, signedBy: keyId }),
  };
}

async function keysIn(file: string): Promise<PublicKeys> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    return publicKeysIn(text);
  } catch (error) {
    throw new OperatorError(
      EXIT.usage,
      'key',
      `${file} is no file of public keys. ${(error as Error).message}`,
    );
  }
}

function unreadable(file: string, error: unknown): OperatorError {
  const { code } = error as NodeJS.ErrnoException;
  return new OperatorError(EXIT.usage, 'file', `${file} cannot be read (${code ?? 'unknown'}).`);
}

function linesOf(report: AuditFileReport): string[] {
  const { ok, entries, checkpoints, sealedTo, sealedAt, erased, checkpoint, trusted, keyIds } = report;
  const said = facts({ entries, checkpoints, sealedTo, sealedAt, erased, checkpoint, keyIds });
  const warning = trusted
    ? []
    : ['The keys came from the file itself: that shows that it is whole, not whose it is. Pass --key.'];
  if (ok) return ['Nothing is wrong with this file.', ...said, ...warning];
  const { findings, findingCount } = report;
  const more = findingCount > findings.length ? [`… and ${findingCount - findings.length} more`] : [];
  return [
    ...findings.map(({ line, code, message }) => `line ${line}: ${message} (${code})`),
    ...more,
    ...warning,
  ];
}
