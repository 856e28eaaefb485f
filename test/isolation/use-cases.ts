import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A public method of a service whose first argument is who acts. */
export interface UseCase {
  service: string;
  method: string;
  load: () => Promise<abstract new (...parameters: never[]) => object>;
}

const LIBS = join(__dirname, '../../libs');
const SERVICE = /@Injectable\(\)\s+export class (\w+)/;
/** Private and protected ones have another word before their name. */
const METHOD = /\n {2}(?:async )?(\w+)(?:<[^>]*>)?\(\s*ctx: TenantContext/g;

/** Every use case of the libs of the server, read from their text. */
export function allUseCases(): UseCase[] {
  return readdirSync(LIBS, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[\w-]+\/src\/.*\.ts$/.test(file) && !/spec\.ts$|\/migrations\//.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(LIBS, file), 'utf8');
      const service = SERVICE.exec(text)?.[1];
      if (service === undefined) return [];
      const load = async () =>
        ((await import(join(LIBS, file))) as Record<string, Awaited<ReturnType<UseCase['load']>>>)[
          service
        ] as Awaited<ReturnType<UseCase['load']>>;
      return [...text.matchAll(METHOD)].map(([, method = '']) => ({ service, method, load }));
    });
}
