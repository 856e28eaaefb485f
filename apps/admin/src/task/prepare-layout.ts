import { isRecord } from './readable';

/** Keywords by which rjsf finds a control by itself. */
const drawable = ['type', 'enum', 'const', 'oneOf', 'anyOf', 'allOf', '$ref', 'properties'];

/**
 * Completes the server's layout: a field of any JSON gets the JSON editor, a yes/no question without a widget gets two
 * radio buttons (an unticked box would not tell "no" from "not answered"), and the form draws no button of its own.
 */
export function prepareLayout(schema: Record<string, unknown>, layout: unknown): Record<string, unknown> {
  const ui: Record<string, unknown> = isRecord(layout) ? { ...layout } : {};
  for (const [name, field] of Object.entries(isRecord(schema.properties) ? schema.properties : {})) {
    const own = isRecord(ui[name]) ? ui[name] : {};
    const added = isRecord(field) ? controlFor(field, own) : {};
    ui[name] = { ...added, ...own };
  }
  ui['ui:submitButtonOptions'] = { norender: true };
  return ui;
}

function controlFor(field: Record<string, unknown>, own: Record<string, unknown>): Record<string, unknown> {
  if (own['ui:widget'] !== undefined || own['ui:field'] !== undefined) return {};
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
