#!/usr/bin/env bash
# ical.js (npm): yearly recurrence rules of RFC 5545 come out as weekly, quarterly or on days that the rule does
# not have.
#
# Expected: RFC 5545, 3.3.10: with FREQ=YEARLY, BYWEEKNO picks weeks of the year, BYSETPOS picks from the set of
#   the whole year, and a date that does not exist (29 February, 31 April) is left out. DTSTART fits each rule
#   here. Python's dateutil and npm's rrule do it so.
# Seen with ical.js 2.2.1:
#   - "Monday of week 20, yearly" comes every Monday, the first one a week after DTSTART, which is left out;
#   - "last working day of March, June, September, December, of these the last of the year" comes every quarter;
#   - "yearly from 29 February" comes on 1 March in years without it; "yearly on the 31st, March and April" comes
#     on 1 May.
#   The monthly spellings of the same rules are right. No error in any of these cases.
# Why it matters: ical.js reads calendars in mail and groupware clients, and it is what a TypeScript service
#   takes for holidays, maintenance windows and review dates from an .ics file. A yearly review asked 52 times a
#   year is noticed; a closing day on 1 March or 1 May moves a due date in silence.
# Instead: take rrule for the expansion and ical.js for parsing, or accept yearly rules only in their plain forms
#   (BYMONTH with BYMONTHDAY or with one ordinal weekday) and compare the first dates of two libraries when a
#   calendar is imported.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund ical.js@2.2.1 rrule@2.8.1
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check python-dateutil==2.9.0.post0

cat > rules.txt <<'TXT'
2027-05-17 FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3
2027-12-31 FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3
2028-02-29 FREQ=YEARLY;COUNT=3
2027-03-31 FREQ=YEARLY;BYMONTH=3,4;COUNT=3
2027-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3
2028-02-29 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3
TXT
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import rrule from 'rrule';

for (const line of readFileSync('rules.txt', 'utf8').trim().split('\n')) {
  const [start, rule] = line.split(' ');
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
  const days = [];
  for (let day = iterator.next(); day && days.length < 5; day = iterator.next()) days.push(day.toString());
  console.log(`${rule} | ical.js | ${days.join(' ')}`);
  const set = rrule.rrulestr(`DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${rule}`);
  console.log(`${rule} | rrule | ${set.all().map((day) => day.toISOString().slice(0, 10)).join(' ')}`);
}
JS
cat > run.py <<'PY'
from dateutil.rrule import rrulestr

for line in open("rules.txt").read().splitlines():
    start, rule = line.split(" ")
    days = rrulestr(f"DTSTART:{start.replace('-', '')}\nRRULE:{rule}")
    print(rule, "|", "dateutil", "|", *(day.date() for day in days))
PY
echo 'ical.js 2.2.1, rrule 2.8.1, python-dateutil 2.9.0.post0'
{ node run.mjs && venv/bin/python run.py; } | LC_ALL=C sort | tee seen.txt
LC_ALL=C sort > want.txt <<'WANT'
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3 | ical.js | 2027-05-24 2027-05-31 2027-06-07
FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | ical.js | 2027-12-31 2028-03-31 2028-06-30
FREQ=YEARLY;COUNT=3 | ical.js | 2028-02-29 2029-03-01 2030-03-01
FREQ=YEARLY;BYMONTH=3,4;COUNT=3 | ical.js | 2027-03-31 2027-05-01 2028-03-31
FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | ical.js | 2027-03-31 2027-06-30 2027-09-30
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3 | ical.js | 2028-02-29 2032-02-29 2036-02-29
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3 | rrule | 2027-05-17 2028-05-15 2029-05-14
FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | rrule | 2027-12-31 2028-12-29 2029-12-31
FREQ=YEARLY;COUNT=3 | rrule | 2028-02-29 2032-02-29 2036-02-29
FREQ=YEARLY;BYMONTH=3,4;COUNT=3 | rrule | 2027-03-31 2028-03-31 2029-03-31
FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | rrule | 2027-03-31 2027-06-30 2027-09-30
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3 | rrule | 2028-02-29 2032-02-29 2036-02-29
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3 | dateutil | 2027-05-17 2028-05-15 2029-05-14
FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | dateutil | 2027-12-31 2028-12-29 2029-12-31
FREQ=YEARLY;COUNT=3 | dateutil | 2028-02-29 2032-02-29 2036-02-29
FREQ=YEARLY;BYMONTH=3,4;COUNT=3 | dateutil | 2027-03-31 2028-03-31 2029-03-31
FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | dateutil | 2027-03-31 2027-06-30 2027-09-30
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3 | dateutil | 2028-02-29 2032-02-29 2036-02-29
WANT
diff want.txt seen.txt
echo 'as described: ical.js differs from both others in four yearly rules, and agrees in the plain forms'
