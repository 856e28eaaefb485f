import type { Ajv, ValidateFunction } from 'ajv';
import { walkSchema } from '../schema/schema-walk';

const DEEPEST = 100;

/** Checks of the single parts of one schema, each compiled when it is first needed. */
export class PartChecks {
  private readonly compiled = new Map<unknown, ValidateFunction>();
  private refs: ReadonlyMap<unknown, string> | undefined;

  constructor(
    readonly root: Readonly<Record<string, unknown>>,
    private readonly ajv: () => Ajv,
  ) {}

  /** @param part a schema that stands somewhere in the root */
  fits(part: unknown, data: unknown): boolean {
    if (typeof part === 'boolean') return part;
    const validate = this.compiled.get(part) ?? this.compile(part);
    return validate(data) === true;
  }

  private compile(part: unknown): ValidateFunction {
    this.refs ??= new Map(walkSchema(this.root, DEEPEST).map(({ schema, ref }) => [schema, ref]));
    const ref = this.refs.get(part);
    if (ref === undefined) throw new Error('There is no such part of the schema');
    const validate = validatorsOfParts(this.ajv(), this.root, (of) => of(ref));
    this.compiled.set(part, validate);
    return validate;
  }
}

/** Hands out what checks single parts of a schema, each by its reference such as `#/properties/name`. */
export function validatorsOfParts<T>(
  ajv: Ajv,
  schema: Readonly<Record<string, unknown>>,
  use: (of: (ref: string) => ValidateFunction) => T,
): T {
  const key = 'form';
  const kept: string[] = [key];
  ajv.addSchema(schema, key);
  try {
    return use((ref) => {
      const part = `${key}${encodeURI(ref)}`;
      kept.push(part);
      const validate = ajv.getSchema(part);
      if (validate === undefined) throw new Error(`The schema has no part ${ref}`);
      return validate as ValidateFunction;
    });
  } finally {
    for (const name of kept) ajv.removeSchema(name);
  }
}
