import { isRecord } from '@orkestra/core';
import type { ScimComparison, ScimFilter } from './scim-filter';

/** Whether one value of an attribute fulfils a filter: texts are compared without case, "True" is true. */
export function matchesFilter(filter: ScimFilter, value: unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.terms.every((term) => matchesFilter(term, value));
    case 'or':
      return filter.terms.some((term) => matchesFilter(term, value));
    case 'not':
      return !matchesFilter(filter.term, value);
    case 'present':
      return part(value, filter.attribute) !== undefined;
    case 'some':
      return false;
    case 'compare':
      return compares(filter, part(value, filter.attribute));
  }
}

function part(value: unknown, attribute: string): unknown {
  if (!isRecord(value)) return attribute === 'value' ? value : undefined;
  const name = Object.keys(value).find((key) => key.toLowerCase() === attribute);
  return name === undefined ? undefined : (value[name] ?? undefined);
}

function compares({ operator, value }: ScimComparison, found: unknown): boolean {
  if (operator === 'ne') return !compares({ kind: 'compare', attribute: '', operator: 'eq', value }, found);
  if (found === undefined || value === null)
    return found === undefined && value === null && operator === 'eq';
  const [own, wanted] = [comparable(found), comparable(value)];
  switch (operator) {
    case 'eq':
      return own === wanted;
    case 'co':
      return own.includes(wanted);
    case 'sw':
      return own.startsWith(wanted);
    case 'ew':
      return own.endsWith(wanted);
    case 'gt':
      return own > wanted;
    case 'ge':
      return own >= wanted;
    case 'lt':
      return own < wanted;
    case 'le':
      return own <= wanted;
  }
}

function comparable(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : (JSON.stringify(value) ?? '');
}
