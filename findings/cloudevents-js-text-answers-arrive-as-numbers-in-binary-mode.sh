#!/usr/bin/env bash
# CloudEvents over HTTP: a text that the JavaScript SDK sends in binary mode arrives in Python as a number, a
# Boolean or None if it looks like one; in structured mode it stays a text. And the SDK cuts an event's time to
# milliseconds.
#
# Expected: binary and structured mode are two ways to send one event (CloudEvents, HTTP protocol binding), and
#   with datacontenttype application/json the data "42" is the JSON text "42" with quotes in both. Attributes
#   such as `time` (RFC 3339, any fraction) are passed on as they are.
# Seen with cloudevents (npm) 10.0.0: in binary mode a string is put into the body as it is, so the body is 42,
#   true, null or {"a":1}, or hello, which is no JSON at all, under `content-type: application/json`. cloudevents
#   (PyPI) 2.2.0 reads 42, True, None, a dict; hello and 007 stay texts. JavaScript itself hides it among its
#   own, since it leaves 42 and true as texts when it parses. In structured mode all arrive as texts. `time:
#   2027-01-01T10:00:00.123456Z` becomes ...123Z in the constructor already, also when an event is only passed
#   on.
# Why it matters: a person's answer to a text field is such a value: the postcode or reference number "42"
#   changes its type on the way, only for some answers, only in one mode. Cut times break the order of events of
#   one millisecond and signatures over the event.
# Instead: make data always an object ({ "answer": "42" }), or send structured mode; carry an exact time in the
#   data.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund cloudevents@10.0.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check cloudevents==2.2.0

cat > send.mjs <<'JS'
import { CloudEvent, HTTP } from 'cloudevents';

const messages = [];
for (const mode of ['binary', 'structured'])
  for (const data of ['42', 'true', 'null', '{"a":1}', 'hello', '007']) {
    const event = new CloudEvent({
      id: '1',
      source: '/tasks/1',
      type: 'task.answered',
      time: '2027-01-01T10:00:00.123456Z',
      datacontenttype: 'application/json',
      data,
    });
    const { headers, body } = HTTP[mode](event);
    messages.push({ mode, data, headers, body });
  }
console.log(JSON.stringify(messages));
JS
cat > receive.py <<'PY'
import json
import sys
from importlib.metadata import version

from cloudevents.core.bindings.http import HTTPMessage, from_http_event

print("cloudevents: npm 10.0.0 sends, PyPI", version("cloudevents"), "receives")
seen = {}
for message in json.load(sys.stdin):
    event = from_http_event(HTTPMessage(headers=message["headers"], body=message["body"].encode()))
    seen[message["mode"], message["data"]] = event.get_data()
    print(f"  {message['mode']:10} {message['data']!r:10} -> {event.get_data()!r}")
    assert event.get_time().microsecond == 123000, event.get_time()
binary = {data: got for (mode, data), got in seen.items() if mode == "binary"}
assert binary == {"42": 42, "true": True, "null": None, '{"a":1}': {"a": 1}, "hello": "hello", "007": "007"}, binary
assert all(got == data for (mode, data), got in seen.items() if mode == "structured"), seen
print("as described: four of six texts changed their type in binary mode; the time was cut from .123456 to .123")
PY
node send.mjs | venv/bin/python receive.py
