#!/usr/bin/env bash
# Six cron libraries, one line, one zone: on the two nights when clocks change a nightly job runs not at all, at
# 03:00, at 03:30, once or twice, and "1-7 and Monday" has two meanings.
#
# Expected: libraries that take a time zone handle its changes as the common cron daemon does (its manual: a job
#   whose time is skipped runs soon after the change, a time that comes twice runs once), or at least as each
#   other.
# Seen, America/New_York 2027 (croner 11.0.1, cron-parser 5.10.6, cron 4.4.0, croniter 7.0.0, APScheduler 3.11.3,
#   robfig/cron 3.0.1):
#   - "30 2 * * *" on 14 March, when 02:30 does not exist: robfig/cron (Go) does not run that day; croner, cron
#     (npm) and croniter (PyPI) run at 03:00 daylight time; cron-parser and APScheduler at 03:30.
#   - "30 1 * * *" on 7 November, when 01:30 comes twice: once in the three npm libraries; twice in croniter,
#     APScheduler and robfig/cron.
#   - "0 9 1-7 * MON": the first seven days and every Monday in all but APScheduler, whose from_crontab() ANDs
#     the fields (the first Monday of the month).
# Why it matters: escalation sweeps, digests and reminders are shown by one library ("next run …" in the browser)
#   and run by another. A sweep that runs twice escalates twice; one that does not run misses a deadline, once a
#   year.
# Instead: no jobs between 01:00 and 03:00 local time; jobs that are safe to repeat, keyed by the local date;
#   show the next run that the scheduler itself says.
set -euo pipefail
dir="$(mktemp -d)"
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund croner@11.0.1 cron-parser@5.10.6 cron@4.4.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check croniter==7.0.0 APScheduler==3.11.3

cat > cases.txt <<'TXT'
30 2 * * *|2027-03-13T12:00:00Z|2027-03-15T03:59:00Z
30 1 * * *|2027-11-06T12:00:00Z|2027-11-08T04:59:00Z
0 9 1-7 * MON|2027-02-01T00:00:00Z|2027-02-28T00:00:00Z
TXT
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { CronTime } from 'cron';
import { CronExpressionParser } from 'cron-parser';
import { Cron } from 'croner';

const timezone = 'America/New_York';
const next = {
  'croner 11.0.1': (line, at) => new Cron(line, { timezone, paused: true }).nextRun(at),
  'cron-parser 5.10.6': (line, at) => CronExpressionParser.parse(line, { tz: timezone, currentDate: at }).next().toDate(),
  'cron 4.4.0': (line, at) => new CronTime(line, timezone).getNextDateFrom(at, timezone).toJSDate(),
};
for (const [name, step] of Object.entries(next))
  for (const entry of readFileSync('cases.txt', 'utf8').trim().split('\n')) {
    const [line, from, to] = entry.split('|');
    const runs = [];
    for (let at = step(line, new Date(from)); at <= new Date(to); at = step(line, at))
      runs.push(at.toISOString().slice(5, 16));
    console.log(`${name} | ${line} | ${runs.join(' ')}`);
  }
JS
cat > run.py <<'PY'
from datetime import datetime, timezone
from importlib.metadata import version
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger
from croniter import croniter

zone = ZoneInfo("America/New_York")


def with_croniter(line, start):
    steps = croniter(line, start)
    while True:
        yield steps.get_next(datetime)


def with_apscheduler(line, start):
    trigger, fired = CronTrigger.from_crontab(line, timezone=zone), None
    while True:
        fired = trigger.get_next_fire_time(fired, fired or start)
        yield fired


for name, steps in (("croniter", with_croniter), ("APScheduler", with_apscheduler)):
    for entry in open("cases.txt").read().splitlines():
        line, start, end = entry.split("|")
        runs = []
        for at in steps(line, datetime.fromisoformat(start.replace("Z", "+00:00")).astimezone(zone)):
            at = at.astimezone(timezone.utc)
            if at > datetime.fromisoformat(end.replace("Z", "+00:00")):
                break
            runs.append(at.strftime("%m-%dT%H:%M"))
        print(name, version(name), "|", line, "|", *runs)
PY
mkdir go
cat > go/main.go <<'GO'
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	zone := must(time.LoadLocation("America/New_York"))
	lines := bufio.NewScanner(must(os.Open("cases.txt")))
	for lines.Scan() {
		parts := strings.Split(lines.Text(), "|")
		schedule := must(cron.ParseStandard(parts[0]))
		at, end := must(time.Parse(time.RFC3339, parts[1])).In(zone), must(time.Parse(time.RFC3339, parts[2]))
		fmt.Printf("robfig/cron 3.0.1 | %s |", parts[0])
		for at = schedule.Next(at); !at.After(end); at = schedule.Next(at) {
			fmt.Print(" ", at.UTC().Format("01-02T15:04"))
		}
		fmt.Println()
	}
}
GO
(cd go && go mod init finding && go get github.com/robfig/cron/v3@v3.0.1 && go build -o ../run .) > go.log 2>&1 ||
  { cat go.log; exit 1; }
echo 'times in UTC; New York is UTC-5 in winter, UTC-4 in summer'
{ node run.mjs && venv/bin/python run.py && ./run; } | sed 's/ |$/ | never/' | tee seen.txt
week='02-01T14:00 02-02T14:00 02-03T14:00 02-04T14:00 02-05T14:00 02-06T14:00 02-07T14:00'
mondays='02-08T14:00 02-15T14:00 02-22T14:00'
{
  while read -r name spring autumn; do
    echo "${name/_/ } | 30 2 * * * | $spring"
    echo "${name/_/ } | 30 1 * * * | ${autumn}"
    if [ "$name" = APScheduler_3.11.3 ]; then days='02-01T14:00'; else days="$week $mondays"; fi
    echo "${name/_/ } | 0 9 1-7 * MON | $days"
  done << 'WANT'
croner_11.0.1 03-14T07:00 11-07T05:30
cron-parser_5.10.6 03-14T07:30 11-07T05:30
cron_4.4.0 03-14T07:00 11-07T05:30
croniter_7.0.0 03-14T07:00 11-07T05:30 11-07T06:30
APScheduler_3.11.3 03-14T07:30 11-07T05:30 11-07T06:30
robfig/cron_3.0.1 never 11-07T05:30 11-07T06:30
WANT
} > want.txt
diff want.txt seen.txt
echo 'as described: in spring never, at 03:00 or at 03:30; in autumn once or twice'
