#!/usr/bin/env bash
# MCP clients and a tool list of two pages: whether a tool's result is checked against its outputSchema depends
# on the page that the tool stands on, and each SDK has another page.
#
# Expected: MCP 2025-11-25, "Tools", output schema: a client should validate structured results against the
#   schema. "Pagination" lets any server cut `tools/list` into pages with `nextCursor`. So a result that breaks
#   its schema is refused for every tool that was listed.
# Seen, with a server whose tools `first` (page 1) and `second` (page 2) both answer {"ok": "maybe"} against
#   {"ok": boolean}:
#   - TypeScript v1 (@modelcontextprotocol/sdk 1.32.2): each page throws away the checks of the page before:
#     after a full listing only the LAST page is checked, `first` passes.
#   - Python (mcp 2.3.0): the session lists by itself, but only the FIRST page: `first` is refused, `second`
#     passes with a log line, and each call of `second` costs another `tools/list`. (After listing both pages by
#     hand it checks both.)
#   - TypeScript v2 (@modelcontextprotocol/client 2.4.0): its listTools() walks all pages and checks both.
#     Without a listing before the call neither TypeScript client checks anything.
# Why it matters: a gateway that pages its tools loses the clients' checks for part of them in silence, and a
#   test against one SDK says nothing about another.
# Instead: a server validates its own results; it keeps `tools/list` on one page as long as it can; a client in
#   Python lists all pages before the first call; one on v1 compiles the output schemas itself.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check mcp==2.3.0
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund \
  @modelcontextprotocol/sdk@1.32.2 @modelcontextprotocol/client@2.4.0 @modelcontextprotocol/server@2.4.0

# The server: TypeScript v1's low-level Server over stdio.
cat > server.mjs <<'JS'
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const tool = (name) => ({
  name,
  inputSchema: { type: 'object' },
  outputSchema: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] },
});
let lists = 0;
const server = new Server({ name: 'paged', version: '1' }, { capabilities: { tools: {} } });
server.setRequestHandler(ListToolsRequestSchema, ({ params }) => {
  lists += 1;
  return params?.cursor ? { tools: [tool('second')] } : { tools: [tool('first')], nextCursor: 'page-2' };
});
server.setRequestHandler(CallToolRequestSchema, () => ({
  content: [{ type: 'text', text: `${lists} lists so far` }],
  structuredContent: { ok: 'maybe' },
}));
await server.connect(new StdioServerTransport());
JS

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as StdioV1 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Client as ClientV2 } from '@modelcontextprotocol/client';
import { StdioClientTransport as StdioV2 } from '@modelcontextprotocol/client/stdio';

async function run(label, Client, Transport, listed) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new Transport({ command: 'node', args: ['server.mjs'] }));
  if (listed) {
    let page = await client.listTools();
    while (page.nextCursor) page = await client.listTools({ cursor: page.nextCursor });
  }
  const seen = {};
  for (const name of ['first', 'second'])
    seen[name] = await client.callTool({ name, arguments: {} }).then(
      () => 'accepted',
      (error) => (/output schema/.test(error.message) ? 'refused' : `other: ${error.message}`),
    );
  await client.close();
  console.log(label.padEnd(34), listed ? 'all pages listed' : 'nothing listed  ', JSON.stringify(seen));
  return Object.values(seen);
}
const version = (name) =>
  `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
const v1 = version('@modelcontextprotocol/sdk');
const v2 = version('@modelcontextprotocol/client');
assert.deepEqual(await run(v1, ClientV1, StdioV1, false), ['accepted', 'accepted']);
assert.deepEqual(await run(v1, ClientV1, StdioV1, true), ['accepted', 'refused']);
assert.deepEqual(await run(v2, ClientV2, StdioV2, false), ['accepted', 'accepted']);
assert.deepEqual(await run(v2, ClientV2, StdioV2, true), ['refused', 'refused']);
JS
node run.mjs

cat > run.py <<'PY'
import asyncio
from importlib.metadata import version

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main() -> None:
    async with stdio_client(StdioServerParameters(command="node", args=["server.mjs"])) as streams:
        async with ClientSession(*streams) as session:
            await session.initialize()
            seen, lists = {}, []
            for name in ("first", "second", "second", "second"):
                try:
                    result = await session.call_tool(name, {})
                    seen[name] = "accepted"
                    lists.append(int(result.content[0].text.split()[0]))
                except RuntimeError as error:
                    assert "not of type 'boolean'" in str(error), error
                    seen[name] = "refused"
    print("Python mcp", version("mcp"), "nothing listed by hand:", seen, "| lists sent before each call:", lists)
    assert seen == {"first": "refused", "second": "accepted"}, seen
    assert lists == sorted(set(lists)), lists


asyncio.run(main())
PY
venv/bin/python run.py
echo 'as described: v1 checked the last page, Python the first, v2 all'
