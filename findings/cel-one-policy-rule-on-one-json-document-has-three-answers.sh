#!/usr/bin/env bash
# CEL (Common Expression Language): the same rule on the same JSON document is true, false or an error, by
# library, and in one library by whether the amount has cents.
#
# Expected: CEL is a specified language made for policies that are evaluated in several places (cel-spec,
#   language definition): division of whole numbers truncates, numbers of different types can be compared with
#   each other, and a JSON number is a double. So one rule, one document, one answer.
# Seen with cel-go 0.31.0 (Go), @bufbuild/cel 0.6.1, @marcbachmann/cel-js 8.0.0, cel-js 0.8.2 (npm), cel-python
#   0.5.0:
#   - `amount * 2 > 1000`: an error in the first three (a double times an int has no overload, which is what the
#     spec says), true in cel-js and cel-python. `amount * 2.0 > 1000.0` mends that and is an error in
#     cel-python.
#   - `amount > 1000.5`: with 1500.5 true everywhere; with 1500 cel-python raises, since it takes the spelling of
#     the JSON number for its type and has no comparison of the two.
#   - `7 / 2 > 3`: true in cel-js (3.5), false in the others (3).
#   - `double(amount) * 2.0 > 1000.0`: true in all but cel-js, which knows no `double()`.
# Why it matters: "from which amount on must a person approve" is such a rule. Written and tested in the
#   TypeScript front end it is enforced in Go or Python; there it is an error for every request, or only for
#   round amounts.
# Instead: plain comparisons of a JSON number with a literal, no arithmetic on either side; amounts in the
#   smallest unit, so that they are whole everywhere; the library that enforces is the one that checks at
#   authoring time; a table of documents and expected answers, run in every language that evaluates the rule; an
#   error means "ask a person".
set -euo pipefail
dir="$(mktemp -d)"
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"

cat > cases.json <<'JSON'
[
  ["amount > 1000", { "amount": 1500 }],
  ["amount * 2 > 1000", { "amount": 1500 }],
  ["amount * 2.0 > 1000.0", { "amount": 1500 }],
  ["double(amount) * 2.0 > 1000.0", { "amount": 1500 }],
  ["amount > 1000.5", { "amount": 1500 }],
  ["amount > 1000.5", { "amount": 1500.5 }],
  ["7 / 2 > 3", {}]
]
JSON

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund @bufbuild/cel@0.6.1 @marcbachmann/cel-js@8.0.0 cel-js@0.8.2
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as bufbuild from '@bufbuild/cel';
import { evaluate as marc } from '@marcbachmann/cel-js';
import { evaluate as celJs } from 'cel-js';

const engines = {
  '@bufbuild/cel': (rule, data) => bufbuild.run(rule, data),
  '@marcbachmann/cel-js': marc,
  'cel-js': celJs,
};
const cases = JSON.parse(readFileSync('cases.json', 'utf8'));
for (const [name, evaluate] of Object.entries(engines)) {
  const row = cases.map(([rule, data]) => {
    try {
      const value = evaluate(rule, data);
      return typeof value === 'boolean' ? String(value) : 'error';
    } catch {
      return 'error';
    }
  });
  console.log(name.padEnd(22), row.map((cell) => cell.padEnd(6)).join(''));
}
JS
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check cel-python==0.5.0
cat > run.py <<'PY'
import json

import celpy
from celpy.adapter import json_to_cel

row = []
for rule, data in json.load(open("cases.json")):
    env = celpy.Environment()
    try:
        row.append(str(bool(env.program(env.compile(rule)).evaluate(json_to_cel(data)))).lower())
    except celpy.CELEvalError:
        row.append("error")
print("cel-python".ljust(22), "".join(cell.ljust(6) for cell in row))
PY
mkdir go
cat > go/main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/google/cel-go/cel"
)

func run(rule string, data map[string]any) string {
	env, err := cel.NewEnv(cel.Variable("amount", cel.DynType))
	if err != nil {
		panic(err)
	}
	ast, issues := env.Compile(rule)
	if issues.Err() != nil {
		return "error"
	}
	program, err := env.Program(ast)
	if err != nil {
		return "error"
	}
	value, _, err := program.Eval(data)
	if err != nil {
		return "error"
	}
	return fmt.Sprint(value.Value())
}

func main() {
	text, err := os.ReadFile("cases.json")
	if err != nil {
		panic(err)
	}
	var cases [][]json.RawMessage
	if err := json.Unmarshal(text, &cases); err != nil {
		panic(err)
	}
	fmt.Printf("%-22s ", "cel-go")
	for _, one := range cases {
		var rule string
		var data map[string]any
		if json.Unmarshal(one[0], &rule) != nil || json.Unmarshal(one[1], &data) != nil {
			panic("bad case")
		}
		fmt.Printf("%-6s", run(rule, data))
	}
	fmt.Println()
}
GO
(cd go && go mod init finding && go get github.com/google/cel-go@v0.31.0 && go mod tidy && go build -o ../run .) \
  > go.log 2>&1 || { cat go.log; exit 1; }
node -e 'JSON.parse(require("fs").readFileSync("cases.json")).forEach(([rule, data], n) => console.log(n + 1, rule, JSON.stringify(data)))'
{ ./run && node run.mjs && venv/bin/python run.py; } | sed 's/ *$//' | tee seen.txt
diff - seen.txt << 'WANT'
cel-go                 true  error true  true  true  true  false
@bufbuild/cel          true  error true  true  true  true  false
@marcbachmann/cel-js   true  error true  true  true  true  false
cel-js                 true  true  true  error true  true  true
cel-python             true  true  error true  error true  false
WANT
echo 'as described: of seven cases two have the same answer in all five libraries'
