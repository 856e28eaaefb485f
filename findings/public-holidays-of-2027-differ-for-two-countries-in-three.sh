#!/usr/bin/env bash
# date-holidays (npm) and holidays (PyPI): for 140 of the 206 countries that both know, their public holidays on
# working days of 2027 are not the same days.
#
# Expected: both packages say that they list a country's public holidays; for a year that is close they differ in
#   a few moon-dated feasts at most, and not in countries with a fixed calendar.
# Seen, with both packages' defaults (npm: type `public`; PyPI: category `public`), Monday to Friday, 2027, no
#   region: 66 of 206 countries agree. Among the others:
#   - Hungary: 24 December is `optional` in npm and public in PyPI.
#   - Finland: Midsummer Eve and Christmas Eve are `bank` in npm and public in PyPI.
#   - Netherlands: Good Friday is `school` in npm and public in PyPI.
#   - China: Women's Day and Children's Day, half days for some people, are `public` in npm, which lacks six
#     weekdays of the feasts in February, May and October that PyPI has.
#   - Switzerland: Good Friday and two Mondays count without a canton in npm, not in PyPI.
#   - Australia: the substitutes for Christmas and Boxing Day (27, 28 December) exist without a state in npm
#     only.
#   Germany, France, Italy, Spain, the United States and Japan are the same.
#   Seen with date-holidays 3.37.0 and holidays 0.109.
# Why it matters: a due date in business days that a Python worker computes and a TypeScript front end shows
#   differs by a day in most countries, and no error tells so.
# Instead: compute business time in one place and hand out the result; show a tenant the free days of the coming
#   year to confirm; keep the confirmed days as data, so that an update of a package moves no running deadline.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund date-holidays@3.37.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check holidays==0.109

cat > run.mjs <<'JS'
import Holidays from 'date-holidays';

const day = 864e5;
const free = {};
for (const country of Object.keys(new Holidays().getCountries())) {
  // `date` is the local day on which a holiday begins; its length says how many days it covers.
  free[country] = new Holidays(country)
    .getHolidays(2027, 'en')
    .filter((holiday) => holiday.type === 'public')
    .flatMap(({ date, start, end }) =>
      Array.from({ length: Math.max(1, Math.round((end - start) / day)) }, (_, n) =>
        new Date(Date.parse(date.slice(0, 10)) + n * day).toISOString().slice(0, 10),
      ),
    );
}
console.log(JSON.stringify(free));
JS
node run.mjs > npm.json

cat > run.py <<'PY'
import json
from datetime import date
from importlib.metadata import version

import holidays

print("date-holidays 3.37.0 (npm), holidays", version("holidays"), "(PyPI)")
supported = holidays.list_supported_countries()


def workdays(days) -> set[str]:
    return {d for d in map(str, days) if d.startswith("2027") and date.fromisoformat(d).weekday() < 5}


both, differ = 0, {}
for country, days in json.load(open("npm.json")).items():
    if country not in supported:
        continue
    both += 1
    npm, pypi = workdays(days), workdays(holidays.country_holidays(country, years=2027))
    if npm != pypi:
        differ[country] = sorted(npm - pypi), sorted(pypi - npm)
print(f"{both} countries known to both, {both - len(differ)} with the same free working days in 2027")
for country in ("HU", "FI", "NL", "CN", "CH", "AU"):
    print(f"  {country}: only npm {differ[country][0]}, only PyPI {differ[country][1]}")
assert (both, len(differ)) == (206, 140), (both, len(differ))
assert differ["HU"] == ([], ["2027-12-24"])
assert differ["FI"] == ([], ["2027-06-25", "2027-12-24"])
assert differ["NL"] == ([], ["2027-03-26"])
assert differ["CN"][0] == ["2027-03-08", "2027-06-01"] and len(differ["CN"][1]) == 6
assert differ["CH"] == (["2027-03-26", "2027-03-29", "2027-05-17"], [])
assert differ["AU"] == (["2027-12-27", "2027-12-28"], [])
assert not differ.keys() & {"DE", "FR", "IT", "ES", "US", "JP"}
print("as described")
PY
venv/bin/python run.py
