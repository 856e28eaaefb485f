#!/usr/bin/env bash
# PyPI's package `uuid7` makes ids that say "version 7" and are none by RFC 9562: read as such they are dated
# about 200 years ahead, and they never sort in among real ones.
#
# Expected: a package of that name follows RFC 9562, section 5.7: the first 48 bits are Unix time in
#   milliseconds.
# Seen: uuid7 0.1.0, its newest release, follows an early draft: 36 bits of seconds, then a fraction. Version and
#   variant bits are right, so every validator takes the id. Read by the RFC its date lies in the 2200s, and a
#   real version 7 id made later sorts before it. PyPI's `uuid6` and `uuid_utils` follow the RFC, and so does
#   npm's `uuid`, whose check says "valid, version 7" to both kinds.
# Why it matters: version 7 is chosen so that ids sort by time: keyset pagination, "newer than this id", time
#   taken from the id for retention. With one Python service on the wrong package its rows are the newest for
#   ever.
# Instead: `uuid6`, `uuid_utils` or the standard library from Python 3.14 on; where ids come from outside,
#   compare the 48 bits with the clock, a check of version bits is not enough.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check uuid7==0.1.0 uuid6==2025.0.1 uuid_utils==0.19.0
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund uuid@14.0.3

cat > run.py <<'PY'
import json
import time
from importlib.metadata import version

import uuid6
import uuid_extensions  # the module of the package uuid7
import uuid_utils

made = {"uuid7": str(uuid_extensions.uuid7())}
time.sleep(0.01)
made["uuid6"] = str(uuid6.uuid7())
made["uuid_utils"] = str(uuid_utils.uuid7())
print(json.dumps({f"{name} {version(name)}": value for name, value in made.items()}))
PY

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { v7, validate, version } from 'uuid';

const made = JSON.parse(readFileSync('made.json', 'utf8'));
made[`npm uuid ${JSON.parse(readFileSync('node_modules/uuid/package.json', 'utf8')).version}`] = v7();
const time = (id) => new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16));
for (const [name, id] of Object.entries(made)) {
  const valid = validate(id) && version(id) === 7;
  const years = (time(id) - Date.now()) / (365.25 * 864e5);
  console.log(name.padEnd(18), id, valid ? 'valid, version 7,' : 'INVALID,', 'dated', time(id).toISOString());
  assert.ok(valid);
  if (name.startsWith('uuid7 ')) assert.ok(years > 150 && years < 300, `dated ${years} years ahead`);
  else assert.ok(Math.abs(years) < 0.01, `dated ${years} years ahead`);
}
const [first, ...later] = Object.values(made);
assert.ok(later.every((id) => id < first));
console.log('as described: the id that was made first sorts last');
JS
venv/bin/python run.py > made.json
node run.mjs
