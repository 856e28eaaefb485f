import { digest } from '@orkestra/core';
import type { JsonSchema } from '../field/form-field';
import { everySchema, itemSchemas, propertySchemas } from '../schema/schema-places';
import { isRecord } from '../schema/schema-walk';

type Values = Record<string, unknown>;

/**
 * Puts what is read-only back, in an answer that is changed in place, to what the form presets there: in the default
 * around it, or else in its own.
 */
export function restoreReadOnly(root: JsonSchema, answer: unknown): void {
  if (JSON.stringify(root).includes('"readOnly"'))
    new Restoring(root).value(everySchema(root, root), answer, root.default);
}

class Restoring {
  constructor(private readonly root: JsonSchema) {}

  value(schemas: readonly JsonSchema[], value: unknown, preset: unknown): void {
    if (Array.isArray(value)) this.list(schemas, value, preset);
    else if (isRecord(value)) this.object(schemas, value, preset);
  }

  private object(schemas: readonly JsonSchema[], value: Values, preset: unknown): void {
    for (const [name, inner] of propertySchemas(this.root, schemas)) {
      const own = presetOf(inner, isRecord(preset) && Object.hasOwn(preset, name) ? preset[name] : undefined);
      if (this.isReadOnly(inner)) put(value, name, own);
      else if (Object.hasOwn(value, name)) this.value(inner, value[name], own);
    }
  }

  private list(schemas: readonly JsonSchema[], value: unknown[], preset: unknown): void {
    const presets: unknown[] = Array.isArray(preset) ? preset : [];
    const rowOf = this.rowsOf(itemSchemas(this.root, schemas, Number.MAX_SAFE_INTEGER), presets);
    value.forEach((item, index) => {
      const inner = itemSchemas(this.root, schemas, index);
      const own = presetOf(inner, rowOf(item, index));
      if (!this.isReadOnly(inner)) this.value(inner, item, own);
      else if (own !== undefined) value[index] = copyOf(own);
    });
  }

  /**
   * Which preset row an entry is: the one at its place, or another one whose read-only values it has, since people take
   * rows out and move them.
   */
  private rowsOf(schemas: readonly JsonSchema[], presets: readonly unknown[]) {
    const properties = [...propertySchemas(this.root, schemas)];
    const names = properties.filter(([, inner]) => this.isReadOnly(inner)).map(([name]) => name);
    if (names.length === 0 || presets.length === 0) return (_: unknown, index: number) => presets[index];
    const keyOf = (row: unknown) =>
      digest(names.map((name) => (isRecord(row) && Object.hasOwn(row, name) ? [row[name]] : []))).toString(
        'base64',
      );
    const keys = presets.map(keyOf);
    const byKey = new Map(presets.map((row, index) => [keys[index], row]));
    return (item: unknown, index: number) => {
      const key = keyOf(item);
      return keys[index] === key ? presets[index] : (byKey.get(key) ?? presets[index]);
    };
  }

  /** Also when every entry of a list is. */
  private isReadOnly(schemas: readonly JsonSchema[]): boolean {
    return schemas.some(
      ({ readOnly, items }) =>
        readOnly === true || everySchema(this.root, items).some((item) => item.readOnly === true),
    );
  }
}

function presetOf(schemas: readonly JsonSchema[], around: unknown): unknown {
  if (around !== undefined) return around;
  return schemas.find((schema) => schema.default !== undefined)?.default;
}

function put(object: Values, name: string, value: unknown): void {
  if (value === undefined) delete object[name];
  else
    Object.defineProperty(object, name, {
      value: copyOf(value),
      configurable: true,
      enumerable: true,
      writable: true,
    });
}

function copyOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
