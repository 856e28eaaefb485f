import { join } from 'node:path';
import { readJson, writeJson } from '../files/json-file';

interface DemoUser {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: string;
  readonly groups: readonly string[];
}

export interface DemoTenant {
  readonly slug: string;
  readonly name: string;
  readonly users: readonly DemoUser[];
  readonly apiKey: string;
}

/** The demo tenants with their keys, which only the start that makes a key ever sees; kept for the next start. */
export function readDemoTenants(home: string): readonly DemoTenant[] {
  return readJson<DemoTenant[]>(fileIn(home)) ?? [];
}

export function writeDemoTenants(home: string, tenants: readonly DemoTenant[]): void {
  writeJson(fileIn(home), tenants);
}

function fileIn(home: string): string {
  return join(home, 'demo.json');
}
