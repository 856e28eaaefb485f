import { format } from '@cfworker/json-schema';
import { compileLinear, FORMAT_CHECKS } from '@orkestra/json-schema';
import { isRecord } from '../../interface/values/is-record';

/** The beginning of the names of formats that stand for a pattern. */
export const PATTERN = 'pattern ';

/** Keywords whose content is data, whatever it looks like. */
const data = new Set(['const', 'default', 'enum', 'examples']);

// Whatever else the library knows is not checked, as on the server.
for (const name of Object.keys(format)) delete format[name];
Object.assign(format, FORMAT_CHECKS);

/**
 * A copy of a schema whose patterns run on RE2, as they do on the server: the browser's own engine could take forever
 * for a pattern that the server accepts.
 */
export function linearSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(linearSchema);
  if (!isRecord(node)) return node;
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, data.has(key) ? value : linearSchema(value)]),
  );
  if (typeof copy.pattern !== 'string') return copy;
  const { pattern, allOf, ...rest } = copy;
  return {
    ...rest,
    allOf: [...(Array.isArray(allOf) ? (allOf as unknown[]) : []), { format: formatOf(pattern) }],
  };
}

function formatOf(pattern: string): string {
  const name = `${PATTERN}${pattern}`;
  format[name] ??= linearTest(pattern);
  return name;
}

/** Whether a text has the pattern, by RE2; what RE2 does not know fits everything. */
export function linearTest(pattern: string): (text: string) => boolean {
  try {
    const engine = compileLinear(pattern);
    return (text) => engine.test(text);
  } catch {
    return () => true;
  }
}
