#!/usr/bin/env bash
# SCIM 2.0 filters (RFC 7644, 3.4.2.2): for one filter on three people, libraries find different people, in one case
# exactly the opposite ones.
#
# Expected: the grammar and its meaning are specified: what stands in brackets is asked of one value of the list at a
#   time, moments are compared as moments, an attribute that is not `caseExact` (such as userName) is compared
#   without regard to case, and a list is present (`pr`) when it has a value.
# Seen with scim2-parse-filter 0.2.10, scimmy 1.3.5, scim-query-filter-parser 2.0.4 (npm), for people 1, 2, 3 of whom 1
#   has addresses work and home, 2 home and work, 3 none:
#   - `emails[not (type eq "work")]`, "has an address that is not of work": scimmy finds 1 and 2,
#     scim2-parse-filter the one who has no address at all, the third cannot read `not`.
#   - `emails[type eq "work" and value co "@example.com"]`: person 2, whose address of work is elsewhere and whose home
#     address matches, is found by scim2-parse-filter.
#   - `meta.lastModified gt "…"`: only scimmy compares moments; the other two compare text, so that 34.500 s is before
#     34 s, and a moment written with +02:00 is later than the same one written with Z.
#   - `emails pr`: an empty list counts as present in scim2-parse-filter; scimmy raises a TypeError.
#   - `userName eq "BJENSEN"`: found by scim-query-filter-parser alone (the others know no schema there).
# Why it matters: a directory finds the person to change, and an approval finds those who may decide, by such filters;
#   "not of work" and "changed since" are what synchronisations ask. A wrong hit changes somebody else.
# Instead: translate filters into queries with the types of the attributes known (text without case, moments, lists by
#   element), refuse what is not supported with invalidFilter, and run the table below against what you choose.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund scim2-parse-filter@0.2.10 scimmy@1.3.5 scim-query-filter-parser@2.0.4
cat > run.mjs <<'JS'
import { createRequire } from 'node:module';
import { filter, parse } from 'scim2-parse-filter';
import SCIMMY from 'scimmy';

const { compileFilter } = createRequire(import.meta.url)('scim-query-filter-parser');
const email = (type, value) => ({ type, value });
const person = (id, userName, lastModified, emails) => ({ id, userName, meta: { lastModified }, emails });
const people = [
  person('1', 'bjensen', '2011-05-13T04:42:34Z', [email('work', 'b@example.com'), email('home', 'b@example.org')]),
  person('2', 'jsmith', '2012-05-13T04:42:34.500Z', [email('home', 'j@example.com'), email('work', 'j@example.org')]),
  person('3', 'kim', '2012-05-13T06:42:34+02:00', []),
];
const libraries = {
  'scim2-parse-filter': (text) => people.filter(filter(parse(text))),
  scimmy: (text) => new SCIMMY.Types.Filter(text).match(people),
  'scim-query-filter-parser': (text) => people.filter(compileFilter(text)),
};
const filters = [
  'emails[not (type eq "work")]',
  'emails[type eq "work" and value co "@example.com"]',
  'meta.lastModified gt "2012-05-13T04:42:34Z"',
  'emails pr',
  'userName eq "BJENSEN"',
];
for (const [name, find] of Object.entries(libraries)) {
  const found = filters.map((text) => {
    try {
      return find(text).map(({ id }) => id).join(' ') || 'none';
    } catch (error) {
      return error.constructor.name === 'TypeError' ? 'TypeError' : 'error';
    }
  });
  console.log(`${name.padEnd(26)}${found.map((cell) => cell.padEnd(10)).join('')}`.trimEnd());
}
JS
node run.mjs | tee seen.txt
diff - seen.txt << 'WANT'
scim2-parse-filter        3         1 2       3         1 2 3     none
scimmy                    1 2       1         2         TypeError none
scim-query-filter-parser  error     1         3         1 2       1
WANT
echo 'as described: one filter, opposite people'
