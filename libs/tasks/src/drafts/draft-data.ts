import { unstorableButTexts } from '@orkestra/core';
import { isRecord } from '../forms/schema/schema-walk';
import { InvalidDraftError } from './drafts.errors';

const MOST_BYTES = 256 * 1024;
const DEEPEST = 50;

/**
 * The draft as it is stored. It need not fit the form: it is half an answer.
 * @throws InvalidDraftError unless it is an object of at most 256 KiB
 */
export function draftText(data: unknown): string {
  if (!isRecord(data)) {
    throw new InvalidDraftError('A draft is an object with the values of the form, by field name.');
  }
  if (isDeeper(data, DEEPEST)) {
    throw new InvalidDraftError(`The draft is nested deeper than ${DEEPEST} levels.`);
  }
  const problem = unstorableButTexts(data, '/data');
  if (problem !== null) {
    throw new InvalidDraftError(
      `The draft cannot be saved. ${problem.pointer}: ${problem.message}`,
      problem.pointer,
    );
  }
  const text = JSON.stringify(data);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MOST_BYTES) return text;
  throw new InvalidDraftError(`The draft has ${bytes} bytes; at most ${MOST_BYTES} can be saved.`);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
