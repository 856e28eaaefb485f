#!/usr/bin/env bash
# Casbin (Go, npm, PyPI): a chain of roles that is longer than about ten links stops granting, at another length
# in each language, and the roles that are listed are not the roles that count.
#
# Expected: the same model and policy give the same answer in every Casbin ("the policy is portable" is the point
#   of the project), roles inherit transitively, and getImplicitRolesForUser lists what enforce() goes by.
# Seen: the default role managers follow a limited number of links and stay silent beyond: 10 in Go and in Node,
#   9 in Python. With ten links Go and Node allow what Python denies. With eleven or more Node and Python still
#   LIST the far role among the implicit roles, and enforce() denies it; Go lists ten. No error, no log line.
#   Seen with github.com/casbin/casbin/v2 2.135.0, casbin (npm) 5.51.1, casbin (PyPI) 1.43.0.
# Why it matters: reporting lines and nested groups taken over from a directory as `g` rules grow deeper than
#   that. An escalation's deputy sees the permission in the admin page and is refused when it counts, and a
#   gateway in Node and a worker in Python disagree about the same person.
# Instead: flatten groups when they are taken over, or set a role manager made with an explicit depth (Go:
#   NewRoleManager, Python: RoleManager, Node: DefaultRoleManager) and refuse deeper chains when they are
#   written. Test with your deepest chain in each language.
set -euo pipefail
dir="$(mktemp -d)"
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"

cat > model.conf <<'CONF'
[request_definition]
r = sub, obj
[policy_definition]
p = sub, obj
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.sub, p.sub) && r.obj == p.obj
CONF
for links in 9 10 11 15; do
  {
    echo "p, role$links, report"
    for ((n = 0; n < links; n++)); do echo "g, role$n, role$((n + 1))"; done
  } > "policy-$links.csv"
done

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund casbin@5.51.1
cat > run.mjs <<'JS'
import { newEnforcer } from 'casbin';
for (const links of [9, 10, 11, 15]) {
  const e = await newEnforcer('model.conf', `policy-${links}.csv`);
  const listed = (await e.getImplicitRolesForUser('role0')).includes(`role${links}`);
  console.log('node', links, await e.enforce('role0', 'report'), listed);
}
JS
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check casbin==1.43.0
cat > run.py <<'PY'
import logging

import casbin

logging.disable()
for links in (9, 10, 11, 15):
    e = casbin.Enforcer("model.conf", f"policy-{links}.csv")
    listed = f"role{links}" in e.get_implicit_roles_for_user("role0")
    print("python", links, str(e.enforce("role0", "report")).lower(), str(listed).lower())
PY
mkdir go
cat > go/main.go <<'GO'
package main

import (
	"fmt"
	"slices"

	"github.com/casbin/casbin/v2"
)

func main() {
	for _, links := range []int{9, 10, 11, 15} {
		e, err := casbin.NewEnforcer("model.conf", fmt.Sprintf("policy-%d.csv", links))
		if err != nil {
			panic(err)
		}
		ok, err := e.Enforce("role0", "report")
		if err != nil {
			panic(err)
		}
		roles, err := e.GetImplicitRolesForUser("role0")
		if err != nil {
			panic(err)
		}
		fmt.Println("go", links, ok, slices.Contains(roles, fmt.Sprintf("role%d", links)))
	}
}
GO
(cd go && go mod init finding && go get github.com/casbin/casbin/v2@v2.135.0 && go build -o ../run .) > go.log 2>&1 ||
  { cat go.log; exit 1; }

echo 'casbin: Go 2.135.0, npm 5.51.1, PyPI 1.43.0'
echo 'language, links, allowed, far role is listed'
{ ./run && node run.mjs && venv/bin/python run.py; } | tee seen.txt
diff - seen.txt << 'WANT'
go 9 true true
go 10 true true
go 11 false false
go 15 false false
node 9 true true
node 10 true true
node 11 false true
node 15 false true
python 9 true true
python 10 false true
python 11 false true
python 15 false true
WANT
echo 'as described: ten links are allowed in Go and Node and denied in Python; listed is not allowed'
