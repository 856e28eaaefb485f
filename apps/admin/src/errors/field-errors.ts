/** One complaint of the server about the form: where (a JSON pointer) and what. */
export interface FieldError {
  pointer: string;
  message: string;
}

/** The error tree that rjsf draws at its fields. */
export type FormErrors = { __errors?: string[] } & { [field: string]: FormErrors | string[] | undefined };

/** Reads `details.fields` of an error; anything that is not a field error is left out. */
export function fieldErrorsOf(details: Record<string, unknown>): FieldError[] {
  return Array.isArray(details.fields) ? details.fields.filter(isFieldError) : [];
}

/** Turns errors by JSON pointer into the tree that rjsf takes as `extraErrors`. */
export function toFormErrors(fields: readonly FieldError[]): FormErrors {
  const root: FormErrors = {};
  for (const { pointer, message } of fields) {
    const node = pointerSegments(pointer).reduce<FormErrors>(descend, root);
    node.__errors = [...(node.__errors ?? []), message];
  }
  return root;
}

/** The segments of a JSON pointer (RFC 6901), unescaped; none for the whole document. */
export function pointerSegments(pointer: string): string[] {
  if (pointer === '' || pointer === '/') return [];
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function descend(node: FormErrors, segment: string): FormErrors {
  const known = Object.hasOwn(node, segment) ? node[segment] : undefined;
  if (known && !Array.isArray(known)) return known;
  const child: FormErrors = {};
  Object.defineProperty(node, segment, {
    value: child,
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return child;
}

function isFieldError(value: unknown): value is FieldError {
  if (typeof value !== 'object' || value === null) return false;
  const { pointer, message } = value as Partial<FieldError>;
  return typeof pointer === 'string' && typeof message === 'string';
}
