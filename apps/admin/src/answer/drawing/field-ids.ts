export type Path = readonly (string | number)[];

/** The id of the element of a field: no two places of a form share one, whatever their names are. */
export function fieldId(path: Path): string {
  return ['root', ...path.map(encoded)].join('_');
}

/** The JSON pointer of a place. */
export function pointerOf(path: Path): string {
  return path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function encoded(name: string | number): string {
  if (name === '') return '.';
  return String(name).replace(/[^A-Za-z\d-]/gu, (sign) => `.${sign.codePointAt(0)?.toString(16)}.`);
}
