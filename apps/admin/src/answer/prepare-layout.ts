import { isRecord } from '../interface/values/is-record';
import { resolved } from './validation/schema-location';

type Layout = Record<string, unknown>;

/** Keywords by which rjsf finds a control by itself. */
const drawable = ['type', 'enum', 'const', 'oneOf', 'anyOf', 'allOf', '$ref', 'properties'];

/**
 * Completes the server's layout, also inside objects and lists: a field of any JSON gets the JSON editor, a file its
 * button, a yes/no question without a widget gets two radio buttons (an unticked box would not tell "no" from "not
 * answered"), an order mentions the fields that it leaves out, and the form draws no button of its own.
 */
export function prepareLayout(schema: Record<string, unknown>, layout: unknown): Layout {
  return {
    ...partLayout(schema, schema, isRecord(layout) ? layout : {}),
    'ui:submitButtonOptions': { norender: true },
  };
}

function partLayout(root: Layout, part: Layout, own: Layout): Layout {
  const inner: Layout = {};
  for (const [name, field] of Object.entries(isRecord(part.properties) ? part.properties : {})) {
    inner[name] = fieldLayout(root, field, own[name]);
  }
  if (isRecord(part.items)) inner.items = fieldLayout(root, part.items, own.items);
  const order: unknown = own['ui:order'];
  const complete =
    Array.isArray(order) && !order.includes('*') ? { 'ui:order': [...(order as unknown[]), '*'] } : {};
  return { ...own, ...complete, ...inner };
}

function fieldLayout(root: Layout, field: unknown, layout: unknown): Layout {
  const own = isRecord(layout) ? layout : {};
  const schema = resolved(root, field);
  const control = isRecord(field) ? controlFor(schema, own) : {};
  return { ...control, ...partLayout(root, schema, own) };
}

function controlFor(field: Layout, own: Layout): Layout {
  if (own['ui:widget'] !== undefined || own['ui:field'] !== undefined) return {};
  const items = isRecord(field.items) ? field.items : {};
  if (field.format === 'attachment-id' || items.format === 'attachment-id')
    return { 'ui:field': 'attachment' };
  if (!drawable.some((keyword) => keyword in field)) return { 'ui:field': 'json' };
  if (field.type === 'boolean') return { 'ui:widget': 'radio', 'ui:options': { inline: true } };
  return {};
}

/** The data that a form opens with: its defaults, and `false` for a box that nobody has ticked. */
export function initialAnswers(
  schema: Record<string, unknown>,
  layout: Record<string, unknown>,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(isRecord(schema.properties) ? schema.properties : {})) {
    if (!isRecord(field)) continue;
    const own = layout[name];
    const box = field.type === 'boolean' && isRecord(own) && own['ui:widget'] === 'checkbox';
    if (field.default !== undefined) data[name] = field.default;
    else if (box) data[name] = false;
  }
  return data;
}
