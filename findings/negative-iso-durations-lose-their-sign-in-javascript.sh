#!/usr/bin/env bash
# "-PT1H", as Pydantic and JavaScript's own Temporal write an hour ago, is read as plus one hour by dayjs and by
# iso8601-duration (npm), without an error.
#
# Expected: what one widely used library writes, another reads as the same time span or refuses. The sign in
#   front is in ISO 8601-2 and in the Temporal proposal's grammar; dayjs's own toISOString() writes it.
# Seen: Pydantic (timedelta(hours=-1)) and Temporal.Duration write "-PT1H". dayjs 1.11.23 reads it as +1 hour; it
#   drops the sign even of its own output: dayjs.duration(-1, "hour").toISOString() is "-PT1H", and that read
#   again is "PT1H". iso8601-duration 2.1.4 reads { hours: 1 }. luxon 3.7.2, tinyduration 3.4.1 and Temporal keep
#   it. dayjs understands only the other spelling, "PT-1H", which Temporal and Pydantic refuse. dayjs also reads
#   "PT1,5S" (the comma of ISO 8601) as zero.
# Why it matters: "warn an hour before" (-PT1H, as in iCalendar's VALARM) becomes an hour after, and "overdue by
#   an hour" becomes an hour left.
# Instead: send a sign apart from a non-negative duration, or seconds; read with Temporal or luxon; a test with a
#   negative value in both directions.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pydantic==2.14.4
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund \
  dayjs@1.11.23 iso8601-duration@2.1.4 luxon@3.7.2 tinyduration@3.4.1 temporal-polyfill@1.0.8

cat > run.py <<'PY'
import sys
from datetime import timedelta

from pydantic import TypeAdapter, ValidationError

adapter = TypeAdapter(timedelta)
written = adapter.dump_python(timedelta(hours=-1), mode="json")
try:
    adapter.validate_python("PT-1H")
    raise SystemExit("changed: Pydantic takes PT-1H")
except ValidationError:
    print("Pydantic 2.14.4 writes", written, "and refuses PT-1H", file=sys.stderr)
print(written, end="")
PY
written="$(venv/bin/python run.py)"

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import dayjs from 'dayjs';
import plugin from 'dayjs/plugin/duration.js';
import { parse, toSeconds } from 'iso8601-duration';
import { Duration } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { parse as tiny } from 'tinyduration';

dayjs.extend(plugin);
const written = process.argv[2];
assert.equal(written, '-PT1H');
assert.equal(Temporal.Duration.from({ hours: -1 }).toString(), written);
const read = {
  Temporal: Temporal.Duration.from(written).total('minutes'),
  luxon: Duration.fromISO(written).as('minutes'),
  tinyduration: tiny(written).hours * (tiny(written).negative ? -60 : 60),
  dayjs: dayjs.duration(written).asMinutes(),
  'iso8601-duration': toSeconds(parse(written)) / 60,
};
console.log(written, 'in minutes:', JSON.stringify(read));
assert.deepEqual(Object.values(read), [-60, -60, -60, 60, 60]);

const own = dayjs.duration(-1, 'hour').toISOString();
console.log('dayjs writes', own, 'and reads it as', dayjs.duration(own).toISOString());
assert.deepEqual([own, dayjs.duration(own).toISOString()], ['-PT1H', 'PT1H']);
assert.equal(dayjs.duration('PT-1H').asMinutes(), -60);
assert.throws(() => Temporal.Duration.from('PT-1H'));
assert.equal(dayjs.duration('PT1,5S').asSeconds(), 0);
assert.equal(Temporal.Duration.from('PT1,5S').total('seconds'), 1.5);
console.log('as described: two of five dropped the sign');
JS
node run.mjs "$written"
