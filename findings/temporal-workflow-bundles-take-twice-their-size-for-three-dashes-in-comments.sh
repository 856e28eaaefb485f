#!/usr/bin/env bash
# A workflow bundle of Temporal's TypeScript SDK takes two bytes of memory for each of its characters, because of three
# dashes in comments of the SDK.
#
# Expected: a bundle of English source text, about 1.5 million characters for a workflow of one line, takes about
#   1.5 MB wherever the worker holds it: V8 keeps a string with one byte a character as long as all are Latin-1.
# Seen: @temporalio/worker 1.24.0 leaves comments in, three of which (in its own packages) hold an em dash, U+2014.
#   One such character turns the whole string, source map included, into two bytes a character: 3 MB. With
#   the three dashes replaced the same bundle takes half. Two thirds of it are the source map, inline as base64.
# Why it matters: a worker holds the text more than once, in its main thread and in each workflow thread, and once more
#   for each bundle: with two bundles held in five places each that is some 15 MB. It cannot be seen in the size of the
#   file, where a dash takes three bytes and everything else one.
# Instead: `bundleWorkflowCode` at build time, then take comments out or write everything beyond ASCII as escapes (source
#   maps are base64 and stay as they are), and hand the result to `workflowBundle: { code }`.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund @temporalio/worker@1.24.0 @temporalio/workflow@1.24.0
echo "exports.greet = async () => 'hello';" > greet.cjs

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const workflowsPath = join(process.cwd(), 'greet.cjs');
const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
const beyond = [...code.matchAll(/[^\u0000-\u00ff]/g)].map(([sign]) => sign);
const lines = code.split('\n').filter((line) => /[^\u0000-\u00ff]/.test(line));

/** Bytes on the heap for each character of a text, by ten copies of it that share nothing. */
function bytesPerCharacter(text) {
  const bytes = Buffer.from(text);
  global.gc();
  const before = process.memoryUsage().heapUsed;
  const copies = Array.from({ length: 10 }, () => bytes.toString('utf8'));
  global.gc();
  return (process.memoryUsage().heapUsed - before) / copies.length / copies[0].length;
}

const asItIs = bytesPerCharacter(code);
const withoutDashes = bytesPerCharacter(code.replaceAll('\u2014', '-'));
console.log(`bundle of ${code.length} characters, ${code.indexOf('//# sourceMappingURL')} of them code`);
console.log(`beyond Latin-1: ${beyond.length}, all ${new Set(beyond).size === 1 ? 'em dashes' : 'different'}, in:`);
for (const line of lines) console.log('  ', line.trim().slice(0, 70));
console.log(`bytes a character: ${asItIs.toFixed(2)} as it is, ${withoutDashes.toFixed(2)} without the dashes`);
assert.equal(beyond.length, 3);
assert.ok(beyond.every((sign) => sign === '\u2014'));
assert.ok(lines.every((line) => /^\s*(\*|\/\/)/.test(line)), 'all of them stand in comments');
assert.ok(asItIs > 1.9 && asItIs < 2.1, `${asItIs} bytes a character`);
assert.ok(withoutDashes > 0.9 && withoutDashes < 1.1, `${withoutDashes} bytes a character`);
console.log('as described: three dashes in comments double what the bundle takes');
JS
node --expose-gc run.mjs
