import { isRecord } from '../interface/values/is-record';

type Layout = Record<string, unknown>;

/**
 * Completes the server's layout, also inside objects and lists: an order mentions the fields that it leaves out, and the
 * form draws no button of its own.
 */
export function prepareLayout(layout: unknown): Layout {
  return { ...complete(layout), 'ui:submitButtonOptions': { norender: true } };
}

function complete(layout: unknown): Layout {
  if (!isRecord(layout)) return {};
  return Object.fromEntries(
    Object.entries(layout).map(([name, part]) => {
      if (name === 'ui:order') return [name, withOthers(part)];
      return [name, isRecord(part) && !name.startsWith('ui:') ? complete(part) : part];
    }),
  );
}

function withOthers(order: unknown): unknown {
  return Array.isArray(order) && !order.includes('*') ? [...(order as unknown[]), '*'] : order;
}
