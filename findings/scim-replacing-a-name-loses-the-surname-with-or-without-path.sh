#!/usr/bin/env bash
# SCIM 2.0 (RFC 7644), PATCH in libraries: replacing one part of a person's name loses the other part: in one
# library when the operation has a path, in another when it has none.
#
# Expected: RFC 7644, 3.5.2.3: where the target is a complex attribute, the sub-attributes in the value replace or
#   add, and those that are not named stay as they were. That holds for `"path": "name"` and for an operation
#   without a path whose value holds `name`; directories send both forms (Entra ID without a path, Okta mixed).
# Seen with scim-patch 0.8.3, scimmy 1.3.5 (npm), scim2-models 0.12.3 (PyPI), for a person called Jensen who is given
#   the first name Barbara:
#   - scim-patch: with a path Barbara Jensen; without, the family name is gone.
#   - scimmy: without a path Barbara Jensen; with, the family name is gone.
#   - scim2-models: Barbara Jensen both times.
#   - `replace` of `emails[type eq "other"].value`, where no address is of that type: 3.5.2.3 asks for the error
#     noTarget, which scimmy and scim2-models raise; scim-patch makes a new address.
#   - an address that is there is added once more: 3.5.2.1 says that nothing changes; scimmy has it twice then.
#   - a second primary address is added: 3.5.2 says that the server takes the mark from the first; scim2-models
#     does, in the other two both are primary.
# Why it matters: who decides what is found by the person's record. A directory that changes its form (Entra ID has a
#   flag for it) loses names here and there, mail goes to one of two primary addresses, and the next full
#   synchronisation sees nothing to mend where the directory itself holds the right value.
# Instead: merge complex attributes by sub-attribute whichever form the operation has; compare values before adding;
#   keep one primary; test each operation with a path and without.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > cases.json <<'JSON'
[
  ["name, with path", { "op": "replace", "path": "name", "value": { "givenName": "Barbara" } }],
  ["name, no path", { "op": "replace", "value": { "name": { "givenName": "Barbara" } } }],
  ["no such address", { "op": "replace", "path": "emails[type eq \"other\"].value", "value": "n@example.com" }],
  ["address again", { "op": "add", "path": "emails", "value": [{ "type": "home", "value": "h@example.com" }] }],
  ["second primary", { "op": "add", "path": "emails",
    "value": [{ "type": "other", "value": "o@example.com", "primary": true }] }]
]
JSON
cat > person.json <<'JSON'
{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
  "id": "1",
  "userName": "bjensen",
  "name": { "familyName": "Jensen" },
  "emails": [
    { "type": "work", "value": "w@example.com", "primary": true },
    { "type": "home", "value": "h@example.com" }
  ]
}
JSON

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund scim-patch@0.8.3 scimmy@1.3.5
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import SCIMMY from 'scimmy';

const { scimPatch } = createRequire(import.meta.url)('scim-patch');
const read = (name) => JSON.parse(readFileSync(name, 'utf8'));
const patch = {
  'scim-patch': (operation) => scimPatch(read('person.json'), [operation]),
  scimmy: (operation) =>
    new SCIMMY.Messages.PatchOp({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [operation],
    }).apply(new SCIMMY.Schemas.User(read('person.json'))),
};
for (const [name, apply] of Object.entries(patch))
  for (const [what, operation] of read('cases.json')) {
    let seen;
    try {
      const { name: { givenName, familyName }, emails } = await apply(operation);
      const addresses = emails.map(({ value, primary }) => value[0] + (primary ? '*' : ''));
      seen = `${[givenName, familyName].filter(Boolean).join(' ')}, ${addresses.join(' ')}`;
    } catch (error) {
      seen = error.scimType ?? error.constructor.name;
    }
    console.log(`${name.padEnd(13)} ${what.padEnd(16)} ${seen}`);
  }
JS
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check scim2-models==0.12.3
cat > run.py <<'PY'
import json

from scim2_models import PatchOp, User
from scim2_models.exceptions import NoTargetException

person = json.load(open("person.json"))
for what, operation in json.load(open("cases.json")):
    user = User.model_validate(person)
    message = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [operation]}
    try:
        PatchOp[User].model_validate(message).patch(user)
        names = [name for name in (user.name.given_name, user.name.family_name) if name]
        addresses = [email.value[0] + ("*" if email.primary else "") for email in user.emails]
        seen = f"{' '.join(names)}, {' '.join(addresses)}"
    except NoTargetException:
        seen = "noTarget"
    print(f"{'scim2-models':13} {what:16} {seen}")
PY
{ node run.mjs && venv/bin/python run.py; } | tee seen.txt
diff - seen.txt << 'WANT'
scim-patch    name, with path  Barbara Jensen, w* h
scim-patch    name, no path    Barbara, w* h
scim-patch    no such address  Jensen, w* h n
scim-patch    address again    Jensen, w* h
scim-patch    second primary   Jensen, w* h o*
scimmy        name, with path  Barbara, w* h
scimmy        name, no path    Barbara Jensen, w* h
scimmy        no such address  noTarget
scimmy        address again    Jensen, w* h h
scimmy        second primary   Jensen, w* h o*
scim2-models  name, with path  Barbara Jensen, w* h
scim2-models  name, no path    Barbara Jensen, w* h
scim2-models  no such address  noTarget
scim2-models  address again    Jensen, w* h
scim2-models  second primary   Jensen, w h o*
WANT
echo 'as described: the surname is lost with a path in one library, without a path in another'
