import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';

interface Locked {
  optional?: boolean;
  version?: string;
  engines?: { node?: string };
}

const read = (name: string) => JSON.parse(readFileSync(join(__dirname, '..', name), 'utf8')) as unknown;

test.each(['', 'site/'])(
  'no package that is installed in ./%s asks for a newer Node than we do',
  (folder) => {
    const { engines } = read(`${folder}package.json`) as { engines: { node: string } };
    const oldest = minVersion(engines.node)?.version ?? '';
    const { packages } = read(`${folder}package-lock.json`) as { packages: Record<string, Locked> };
    const tooNew = Object.entries(packages).filter(
      ([, { optional, engines: asked }]) => !optional && asked?.node && !satisfies(oldest, asked.node),
    );
    expect(tooNew.map(([path, { version }]) => `${path} ${version}`)).toEqual([]);
  },
);
