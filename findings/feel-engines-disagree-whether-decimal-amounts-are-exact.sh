#!/usr/bin/env bash
# FEEL, the expression language of DMN and BPMN: feelin (npm, the engine of the bpmn.io tools) counts in binary
# fractions, so a threshold that is met exactly is not met; npm's js-feel counts in decimals.
#
# Expected: the DMN specification (FEEL semantics, "number") bases numbers on IEEE 754-2008 decimal128, 34
#   digits, so that 0.1 + 0.2 = 0.3 is true in every engine and a decision table means the same everywhere.
# Seen: feelin 8.2.0 answers false to `0.7 + 0.1 >= 0.8`, `0.1 + 0.2 = 0.3`, `4.35 * 100 = 435` and true to
#   `9007199254740993 = 9007199254740992`; no warning. PyPI's bkflow-feel 1.2.0 does the same for fractions and
#   refuses to compare 1.5 with 1 at all, since one is an int. js-feel 1.4.7 is exact in the fractions.
# Why it matters: decision tables route work by amount: "0.8 or more goes to a person", "sum of shares = 1". A
#   table that was tried out in a modeler is evaluated by another engine in production, and the row that catches
#   the case differs exactly at the limit, where the reviewers look.
# Instead: keep amounts in the smallest unit as whole numbers, compare with a margin or after `decimal(x, 2)` on
#   both sides, and test each table at its limits with the engine that runs it.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund feelin@8.2.0 js-feel@1.4.7
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check bkflow-feel==1.2.0

cat > rules.txt <<'TXT'
0.7 + 0.1 >= 0.8
0.1 + 0.2 = 0.3
4.35 * 100 = 435
1.5 > 1
TXT
cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { evaluate } from 'feelin';

const require = createRequire(import.meta.url);
const { feel } = require('js-feel')();
const rules = readFileSync('rules.txt', 'utf8').trim().split('\n');
const feelin = rules.map((rule) => evaluate(rule));
assert.ok(feelin.every((answer) => answer.warnings.length === 0));
const jsFeel = [];
for (const rule of rules) jsFeel.push(await feel.parse(rule).build({}));
console.log('rules       ', rules.join(' | '));
console.log('feelin 8.2.0 ', feelin.map((answer) => answer.value).join(' '));
console.log('js-feel 1.4.7', jsFeel.join(' '));
assert.deepEqual(feelin.map((answer) => answer.value), [false, false, false, true]);
assert.deepEqual(jsFeel, [true, true, true, true]);
const large = evaluate('9007199254740993 = 9007199254740992').value;
const rounded = evaluate('decimal(0.7 + 0.1, 2) >= decimal(0.8, 2)').value;
console.log('feelin: 9007199254740993 = 9007199254740992 is', large, '| after decimal(x, 2) on both sides:', rounded);
assert.deepEqual([large, rounded], [true, true]);
JS
node run.mjs 2>&1 | grep -v '^{"' # js-feel logs each evaluation as JSON

cat > run.py <<'PY'
import logging

from bkflow_feel.api import parse_expression

logging.disable()
answers = []
for rule in open("rules.txt").read().splitlines():
    try:
        answers.append(parse_expression(rule, {}))
    except Exception as error:
        assert "same" in str(error), error
        answers.append("error")
print("bkflow-feel 1.2.0", *answers)
assert answers == [False, False, "error", "error"], answers
PY
venv/bin/python run.py 2>&1
echo 'as described: only js-feel is exact'
