import { createSchemaUtils, type RJSFSchema, type SchemaUtilsType } from '@rjsf/utils';
import { isRecord } from '../../interface/values/is-record';
import { pointerOf, type Path } from './field-ids';
import { formValidator } from '../validation/form-validator';
import { constsOf, matchingBranch } from './branches';
import { isChoice } from './drawn-choices';
import { namesOf, type Schema, schemasOf } from './schema-keywords';

/** Which alternative a person chose, by the pointer of the place. */
export type Chosen = ReadonlyMap<string, number>;

/** What is drawn at one place of a form, for the data that it holds. */
export interface Shape {
  schema: Schema;
  kind: 'object' | 'list' | 'tuple' | 'value';
  /** Schemas of what is inside: of an object by name, of a tuple by position. */
  fields: Schema;
  required: ReadonlySet<string>;
  /** Values that come with the chosen alternative. */
  consts: Schema;
  /** The chosen alternative as its author wrote it. */
  chosen: Schema | null;
  nullable: boolean;
}

export type ShapeOf = (part: unknown, value: unknown, path: Path) => Shape;

/** rjsf adds no data of its own: what a form opens with is put in by `filledIn`, once. */
export const noDefaults = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
  constAsDefaults: 'never',
  allOf: 'skipDefaults',
} as const;

/** Resolves places of a drawn schema as rjsf does when it draws them. */
export function shapesOf(drawn: Schema, chosen: Chosen): ShapeOf {
  const utils = createSchemaUtils<unknown, RJSFSchema>(formValidator, drawn, noDefaults);
  return (part, value, path) =>
    shapeOf(utils, isRecord(part) ? part : {}, value, chosen.get(pointerOf(path)), path);
}

type Utils = SchemaUtilsType<unknown, RJSFSchema>;

function shapeOf(utils: Utils, part: Schema, value: unknown, chosen: number | undefined, path: Path): Shape {
  const own = utils.retrieveSchema(part, value) as Schema;
  const branches = isChoice(own) ? [] : schemasOf(own.oneOf);
  const branch = branches[matchingBranch(branches, value, chosen)];
  const schema = branch === undefined ? own : merged(own, utils.retrieveSchema(branch, value));
  const kind = kindOf(schema, path.length === 0);
  return {
    schema,
    kind,
    fields: fieldsOf(schema, kind),
    required: new Set(namesOf(schema.required)),
    consts: branch === undefined ? {} : constsOf(branch),
    chosen: isRecord(branch?.['x-raw']) ? branch['x-raw'] : null,
    nullable: own['x-nullable'] === true,
  };
}

/** Which control of our own draws a place, where rjsf has none: one for any JSON, a fixed list, or files. */
export function controlOf(schema: Schema, isRoot: boolean): 'json' | 'tuple' | 'attachment' | null {
  const { type, items, properties, format } = schema;
  const inner = isRecord(items) ? items : {};
  if (format === 'attachment-id' || inner.format === 'attachment-id') return 'attachment';
  if (schema.oneOf !== undefined || isRoot) return null;
  if (type === undefined) return 'x-const' in schema ? null : 'json';
  if (type === 'array') {
    if (Array.isArray(schema['x-prefix'])) return 'tuple';
    return Object.keys(inner).some((keyword) => keyword !== 'title') ? null : 'json';
  }
  if (type !== 'object' || schema.patternProperties !== undefined) return null;
  const more = schema.additionalProperties;
  if (isRecord(more) && Object.keys(more).length > 0) return null;
  return isRecord(properties) && Object.keys(properties).length > 0 ? null : 'json';
}

function kindOf(schema: Schema, isRoot: boolean): Shape['kind'] {
  if (isChoice(schema)) return 'value';
  const control = controlOf({ ...schema, oneOf: undefined }, isRoot);
  if (control === 'tuple') return 'tuple';
  if (control !== null && !(control === 'attachment' && schema.type === 'array')) return 'value';
  if (schema.type === 'array') return 'list';
  return schema.type === 'object' ? 'object' : 'value';
}

function fieldsOf(schema: Schema, kind: Shape['kind']): Schema {
  if (kind === 'object') return isRecord(schema.properties) ? schema.properties : {};
  if (kind === 'tuple') return Object.fromEntries(schemasOf(schema['x-prefix']).entries());
  return {};
}

/** A place with its chosen alternative. */
function merged(own: Schema, branch: Schema): Schema {
  const properties = { ...asRecord(own.properties), ...asRecord(branch.properties) };
  const required = [...namesOf(own.required), ...namesOf(branch.required)];
  const rest = Object.fromEntries(Object.entries(own).filter(([keyword]) => keyword !== 'oneOf'));
  const inner = Object.keys(properties).length === 0 ? {} : { properties };
  return { ...branch, ...rest, type: branch.type ?? own.type, ...inner, required };
}

function asRecord(value: unknown): Schema {
  return isRecord(value) ? value : {};
}
