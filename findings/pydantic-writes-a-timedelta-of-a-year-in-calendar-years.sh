#!/usr/bin/env bash
# Pydantic (PyPI): a timedelta of 365 days or more is written to JSON in years (400 days = "P1Y35D"), which other
# readers take as a calendar year or refuse.
#
# Expected: a timedelta is a number of days, seconds and microseconds and has no years (Python's datetime docs),
#   so 400 days go out as "P400D", as 364 days go out as "P364D". Pydantic's own schema calls the field `format:
#   duration`, which JSON Schema (validation, 7.3.1) defines by RFC 3339, appendix A: there the part after years
#   is months; "P1Y35D" is not in that grammar.
# Seen: 365 days -> "P1Y", 366 -> "P1Y1D", 400 -> "P1Y35D". Pydantic reads these back as 365 days a year, so a
#   round trip in Python hides it. JavaScript's Temporal and luxon add a calendar year: from 2027-06-01 that is
#   401 days instead of 400, since 29 February 2028 lies between. isodate gives back no timedelta at all but its
#   own Duration. jsonschema-rs refuses what Pydantic wrote by Pydantic's own schema (ajv-formats and Zod are
#   laxer and take it). Seen with pydantic 2.14.4; the writer is pydantic-core's.
# Why it matters: retention times, life times and yearly reviews are longer than a year. Written by a Python
#   service and read by a TypeScript one they move by a day in leap years, or the message is refused.
# Instead: cross the border as a number of seconds (`ser_json_timedelta="float"` in the model's config) or write
#   "P400D" with a serializer of your own; accept only weeks, days and time parts for spans that are not calendar
#   spans.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check \
  pydantic==2.14.4 isodate==0.7.2 jsonschema-rs==0.61.2
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund luxon@3.7.2 temporal-polyfill@1.0.8

cat > run.py <<'PY'
import json
from datetime import timedelta
from importlib.metadata import version

import isodate
import jsonschema_rs
from pydantic import BaseModel, ConfigDict, TypeAdapter


class Retention(BaseModel):
    keep: timedelta


class Seconds(BaseModel):
    model_config = ConfigDict(ser_json_timedelta="float")
    keep: timedelta


print(*(f"{name} {version(name)}" for name in ("pydantic", "isodate", "jsonschema-rs")))
written = {}
for days in (364, 365, 366, 400, 730):
    written[days] = json.loads(Retention(keep=timedelta(days=days)).model_dump_json())["keep"]
    print(f"  {days} days -> {written[days]}")
assert written == {364: "P364D", 365: "P1Y", 366: "P1Y1D", 400: "P1Y35D", 730: "P2Y"}, written
assert TypeAdapter(timedelta).validate_python("P1Y35D") == timedelta(days=400)

read = isodate.parse_duration("P1Y35D")
print("  isodate reads P1Y35D as", repr(read))
assert not isinstance(read, timedelta)

schema = Retention.model_json_schema()
assert schema["properties"]["keep"]["format"] == "duration"
checker = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
for days in (364, 400):
    ok = checker.is_valid({"keep": written[days]})
    print(f"  jsonschema-rs with Pydantic's own schema: {written[days]} is {'valid' if ok else 'refused'}")
    assert ok == (days == 364)
print("  with ser_json_timedelta=float:", Seconds(keep=timedelta(days=400)).model_dump_json())
PY
venv/bin/python run.py

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DateTime, Duration } from 'luxon';
import { Temporal } from 'temporal-polyfill';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log('luxon', version('luxon'), 'temporal-polyfill', version('temporal-polyfill'));
const start = Temporal.PlainDate.from('2027-06-01');
const temporal = start.until(start.add(Temporal.Duration.from('P1Y35D'))).days;
const from = DateTime.fromISO('2027-06-01', { zone: 'utc' });
const luxon = from.plus(Duration.fromISO('P1Y35D')).diff(from, 'days').days;
console.log(`  P1Y35D from 2027-06-01: Temporal ${temporal} days, luxon ${luxon} days (written: 400)`);
assert.deepEqual([temporal, luxon], [401, 401]);
JS
node run.mjs
echo 'as described: 400 days were written as one year and 35 days, and read as 401'
