import type { Resource } from './resource';

/** Long enough for the longest id with every character escaped. */
export const LONGEST_URI = 1_000;

export interface Found {
  resource: Resource;
  /** What stands for the variable; empty where there is none. */
  id: string;
}

/** The name of the variable in a URI template, if it has one. */
export function variableOf({ uri }: Pick<Resource, 'uri'>): string | undefined {
  return /\{(\w+)\}$/.exec(uri)?.[1];
}

/** What a URI means. One without a variable comes before one that would read its end as an id. */
export function findResource(resources: readonly Resource[], uri: string): Found | undefined {
  if (uri.length > LONGEST_URI) return undefined;
  const resource = resources.find((one) => one.uri === uri);
  if (resource !== undefined) return variableOf(resource) ? undefined : { resource, id: '' };
  for (const one of resources) {
    const variable = variableOf(one);
    const start = one.uri.slice(0, -`{${variable}}`.length);
    if (variable === undefined || !uri.startsWith(start)) continue;
    const id = decode(uri.slice(start.length));
    if (id) return { resource: one, id };
  }
  return undefined;
}

export function resourceUri({ uri }: Pick<Resource, 'uri'>, id: string): string {
  return uri.replace(/\{\w+\}$/, () => encodeURIComponent(id));
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
