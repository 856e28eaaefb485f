import { type IfMatch, type ScimListRequest, ScimRequestError } from '@orkestra/tenancy';
import type { AttributeSelection } from './attribute-selection';

type Query = Readonly<Record<string, unknown>>;

const LONGEST_NAMES = 4_000;

/** The parameters of a list. @throws ScimRequestError */
export function listRequest(query: Query): ScimListRequest {
  const order = text(query, 'sortOrder')?.toLowerCase();
  if (order !== undefined && order !== 'ascending' && order !== 'descending')
    throw new ScimRequestError('invalidValue', '"sortOrder" is ascending or descending.');
  return {
    filter: text(query, 'filter'),
    startIndex: whole(query, 'startIndex'),
    count: whole(query, 'count'),
    sortBy: text(query, 'sortBy'),
    sortOrder: order,
  };
}

/** The parameters as a `.search` sends them, in a body. */
export function searchedFor(body: Query): Query {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.join(',');
    return typeof value === 'number' ? String(value) : value;
  };
  const given = Object.entries(body).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([name, value]) => [name, plain(value)]));
}

/** @throws ScimRequestError where both are given */
export function selectionOf(query: Query): AttributeSelection {
  const attributes = names(query, 'attributes');
  const excluded = names(query, 'excludedAttributes');
  if (attributes !== undefined && excluded !== undefined) {
    const message = 'Give "attributes" or "excludedAttributes", and not both.';
    throw new ScimRequestError('invalidValue', message);
  }
  return { attributes, excluded };
}

/** The revisions of an If-Match or If-None-Match; undefined where it is not there, none where it names none of ours. */
export function versionsIn(header: string | undefined): IfMatch | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return '*';
  return [...header.matchAll(/(?:W\/)?"(\d{1,9})"/g)].map(([, revision]) => Number(revision));
}

export function versionTag(revision: number): string {
  return `W/"${revision}"`;
}

function text(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new ScimRequestError('invalidValue', `Give "${name}" once.`);
}

function whole(query: Query, name: string): number | undefined {
  const value = text(query, name);
  if (value === undefined || value === '') return undefined;
  if (!/^-?\d{1,9}$/.test(value)) throw new ScimRequestError('invalidValue', `"${name}" is a whole number.`);
  return Number(value);
}

function names(query: Query, name: string): string[] | undefined {
  const value = text(query, name);
  if (value === undefined) return undefined;
  // Each resource of the answer is compared with each of them.
  if (value.length > LONGEST_NAMES)
    throw new ScimRequestError('invalidValue', `"${name}" has at most ${LONGEST_NAMES} characters.`);
  const all = value.split(',').map((one) => one.trim());
  return all.filter((one) => one !== '');
}
