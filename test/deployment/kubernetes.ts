import { createRequire } from 'node:module';

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind has its own
  [part: string]: any;
}

interface Kind {
  prototype: { validate(this: unknown): void };
}
type Read = Map<object, Set<string>>;

const require = createRequire(__filename);

/** What is wrong with an object by the schemas that Kubernetes publishes, fields that it does not know among it. */
export function problemsOf(manifest: Manifest): string[] {
  const [version, group] = manifest.apiVersion.split('/').reverse();
  const path = ['kubernetes-models', group, version].filter(Boolean).join('/');
  const kind = (require(path) as Record<string, Kind>)[manifest.kind];
  if (!kind) return [`${manifest.apiVersion} has no ${manifest.kind}`];
  const read: Read = new Map();
  try {
    kind.prototype.validate.call(watched(manifest, read));
  } catch (error) {
    return [(error as Error).message];
  }
  return unread(manifest, read, `${manifest.kind} ${manifest.metadata.name}`);
}

/** Notes each field that a schema looks at: one that none looks at is not known to it. */
function watched<T extends object>(value: T, read: Read): T {
  const keys = read.get(value) ?? new Set<string>();
  read.set(value, keys);
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'string') keys.add(key);
      return typeof found === 'object' && found !== null ? watched(found, read) : found;
    },
  });
}

function unread(value: object, read: Read, path: string): string[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    if (!read.get(value)?.has(key)) return [`${path}.${key} is not known`];
    return typeof part === 'object' && part !== null ? unread(part, read, `${path}.${key}`) : [];
  });
}
