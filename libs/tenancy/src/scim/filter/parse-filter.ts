import { ScimRequestError } from '../scim.errors';
import { FilterParser } from './filter-parser';
import type { ScimFilter, ScimPath } from './scim-filter';

/** @throws ScimRequestError invalidFilter */
export function parseFilter(source: string): ScimFilter {
  try {
    return new FilterParser(source).filter();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ScimRequestError('invalidFilter', `The filter cannot be read: there is ${error.message}.`);
  }
}

/** @throws ScimRequestError invalidPath */
export function parsePath(source: string): ScimPath {
  try {
    return new FilterParser(source).path();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ScimRequestError('invalidPath', `The path cannot be read: there is ${error.message}.`);
  }
}
