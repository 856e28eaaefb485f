#!/usr/bin/env bash
# JSON Patch: in npm's rfc6902 a failed `test` operation stops nothing, the operations after it are applied; in
# fast-json-patch those before it stay applied to the caller's object.
#
# Expected: RFC 6902, section 5 (with RFC 5789, atomic): when an operation does not succeed, evaluation stops and
#   the patch as a whole is not applied; so `test` first is the way to say "only if it is still open".
# Seen: rfc6902 5.4.0 runs through all operations whatever happens, throws nothing and returns a list with a
#   TestError at the first place; the document says "approved" afterwards. fast-json-patch 3.1.1 throws at a
#   failed `test`, but its default is to work on the given object: what stood before the `test` has been written,
#   also with validation switched on. Its third and fourth argument (true, false) give a copy. jsonpatch 1.48
#   (PyPI) throws and leaves the document alone, except with in_place=True.
# Why it matters: `test` guards are how two people edit one task or draft without a lock. The plain call
#   overwrites a decision that came in between, or keeps half of a refused change in a cached object.
# Instead: rfc6902: patch a structured clone and drop it if any returned item is not null; fast-json-patch:
#   `applyPatch(document, patch, true, false).newDocument`. A test in which the guard fails, looking at the
#   document and not at the error.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund rfc6902@5.4.0 fast-json-patch@3.1.1
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check jsonpatch==1.48

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import fast from 'fast-json-patch';
import { applyPatch } from 'rfc6902';

const closed = { status: 'closed', amount: 200 };
const guardFirst = [
  { op: 'test', path: '/status', value: 'open' },
  { op: 'replace', path: '/status', value: 'approved' },
];
const guardLast = [
  { op: 'replace', path: '/status', value: 'approved' },
  { op: 'test', path: '/amount', value: 100 },
];
const run = (label, patch, apply) => {
  const document = structuredClone(closed);
  let told;
  try {
    told = JSON.stringify(apply(document, patch).map((e) => e && e.name));
  } catch (error) {
    told = `throws ${error.name}`;
  }
  console.log(label.padEnd(46), document.status.padEnd(9), told);
  return document.status;
};
const rfc = (document, patch) => applyPatch(document, patch);
const plain = (document, patch) => fast.applyPatch(document, patch);
const checked = (document, patch) => fast.applyPatch(document, patch, true);
const copied = (document, patch) => fast.applyPatch(document, patch, true, false);
assert.equal(run('rfc6902 5.4.0, test first', guardFirst, rfc), 'approved');
assert.equal(run('rfc6902 5.4.0, test last', guardLast, rfc), 'approved');
assert.equal(run('fast-json-patch 3.1.1, test first', guardFirst, plain), 'closed');
assert.equal(run('fast-json-patch 3.1.1, test last', guardLast, plain), 'approved');
assert.equal(run('fast-json-patch 3.1.1, test last, validated', guardLast, checked), 'approved');
assert.equal(run('fast-json-patch 3.1.1, test last, not mutating', guardLast, copied), 'closed');
JS
node run.mjs
cat > run.py <<'PY'
from importlib.metadata import version

import jsonpatch

patch = [
    {"op": "replace", "path": "/status", "value": "approved"},
    {"op": "test", "path": "/amount", "value": 100},
]
for in_place, expected in ((False, "closed"), (True, "approved")):
    document = {"status": "closed", "amount": 200}
    try:
        jsonpatch.apply_patch(document, patch, in_place=in_place)
        raise SystemExit("changed: the test passes")
    except jsonpatch.JsonPatchTestFailed:
        label = f"jsonpatch {version('jsonpatch')}, test last, in_place={in_place}"
        print(label.ljust(46), document["status"].ljust(9), "throws JsonPatchTestFailed")
    assert document["status"] == expected, document
PY
venv/bin/python run.py
echo 'as described: the closed document is approved in four of these cases'
