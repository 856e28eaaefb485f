import { ScimRequestError } from './scim.errors';

/** What a list is asked for. */
export interface ScimListRequest {
  filter?: string | undefined;
  /** From 1 on. */
  startIndex?: number | undefined;
  /** At most 200. */
  count?: number | undefined;
  sortBy?: string | undefined;
  sortOrder?: 'ascending' | 'descending' | undefined;
}

export interface ScimList<Resource> {
  total: number;
  startIndex: number;
  items: Resource[];
}

export const LARGEST_SCIM_PAGE = 200;
const USUAL_PAGE = 100;
const FURTHEST = 10_000_000;

/** As RFC 7644 reads them: below 1 is 1, below 0 is 0; more than there may be is as much as there may be. */
export function pageOf({ startIndex = 1, count = USUAL_PAGE }: ScimListRequest): {
  startIndex: number;
  count: number;
} {
  return {
    startIndex: Math.min(Math.max(1, Math.trunc(startIndex)), FURTHEST),
    count: Math.min(Math.max(0, Math.trunc(count)), LARGEST_SCIM_PAGE),
  };
}

/** One change of a PATCH, checked as far as that goes without knowing the resource. */
export interface PatchOperation {
  op: 'add' | 'replace' | 'remove';
  path?: string | undefined;
  value?: unknown;
}

const MOST_OPERATIONS = 1_000;

/** The operations of a PATCH, whatever case their names are in. @throws ScimRequestError */
export function patchOperations(body: Readonly<Record<string, unknown>>): PatchOperation[] {
  const name = Object.keys(body).find((key) => key.toLowerCase() === 'operations');
  const given: unknown = name === undefined ? undefined : body[name];
  if (!Array.isArray(given) || given.length === 0) {
    throw new ScimRequestError(
      'invalidSyntax',
      'A PATCH has a list "Operations" with at least one operation.',
    );
  }
  if (given.length > MOST_OPERATIONS) {
    throw new ScimRequestError('tooMany', `A PATCH has at most ${MOST_OPERATIONS} operations. Send several.`);
  }
  return given.map((one: unknown) => operationOf(one));
}

function operationOf(given: unknown): PatchOperation {
  const { op, path, value } = (given ?? {}) as Record<string, unknown>;
  const name = typeof op === 'string' ? op.toLowerCase() : '';
  if (name !== 'add' && name !== 'replace' && name !== 'remove') {
    throw new ScimRequestError('invalidSyntax', 'The "op" of an operation is add, replace or remove.');
  }
  if (path !== undefined && path !== null && typeof path !== 'string') {
    throw new ScimRequestError('invalidPath', 'The "path" of an operation is a text.');
  }
  const place = typeof path === 'string' && path.trim() !== '' ? path : undefined;
  if (name === 'remove' && place === undefined) {
    throw new ScimRequestError('noTarget', 'A "remove" says by its "path" what is removed.');
  }
  return { op: name, path: place, value };
}
