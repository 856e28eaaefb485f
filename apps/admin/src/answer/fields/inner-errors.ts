import type { ErrorSchema } from '@rjsf/utils';

/**
 * The errors of a value and of all that is in it, each of these with its place, for a control that draws it whole. A field
 * gets those of the value itself apart, as `rawErrors`.
 */
export function innerErrors(errors: ErrorSchema | undefined, place = ''): string[] {
  if (errors === undefined) return [];
  const { __errors: own = [], ...inner } = errors;
  return [
    ...own.map((message) => (place === '' ? message : `${place}: ${message}`)),
    ...Object.entries(inner).flatMap(([name, below]) =>
      innerErrors(below as ErrorSchema, place === '' ? name : `${place}/${name}`),
    ),
  ];
}
