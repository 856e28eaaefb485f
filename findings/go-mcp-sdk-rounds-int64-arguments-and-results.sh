#!/usr/bin/env bash
# MCP Go SDK (github.com/modelcontextprotocol/go-sdk): a tool typed with int64 gets and gives rounded numbers,
# although Go decodes int64 exactly and the exact digits are in the message.
#
# Expected: encoding/json reads a number into an int64 field digit by digit and refuses what does not fit, so a
#   typed tool (`mcp.AddTool` with a struct) either gets 9007199254740993 or an error. JSON itself sets no limit,
#   and Python's client and server keep such numbers.
# Seen: arguments pass through a map of float64 so that the schema's defaults can be filled in, and are written
#   out again before they reach the struct. The handler gets 9007199254740992 while `req.Params.Arguments` still
#   holds ...993; 1234567890123456789 becomes ...456800. Results take the same way, in structuredContent and in
#   the text block. No error, also without any default in the schema. Python's server (mcp 2.3.0) gets the
#   digits. Seen with go-sdk v1.8.0.
# Why it matters: int64 keys are common in Go services (snowflake ids, ledger entries). An approval is asked,
#   shown and bound to one id, and the tool acts on a neighbour's.
# Instead: ids as strings in every tool schema; where the type is given, read the field from
#   `req.Params.Arguments` again; a test with 2^53 + 1.
set -euo pipefail
dir="$(mktemp -d)"
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"

mkdir go
cat > go/main.go <<'GO'
package main

import (
	"context"
	"log"
	"strconv"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type Entry struct {
	ID int64 `json:"id"`
}
type Seen struct {
	Handler string `json:"handler"`
	Raw     string `json:"raw"`
	Back    int64  `json:"back"`
}

func main() {
	server := mcp.NewServer(&mcp.Implementation{Name: "ledger", Version: "1"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "look"}, func(_ context.Context, req *mcp.CallToolRequest, in Entry) (*mcp.CallToolResult, Seen, error) {
		seen := Seen{Handler: strconv.FormatInt(in.ID, 10), Raw: string(req.Params.Arguments), Back: 9007199254740993}
		return nil, seen, nil
	})
	if err := server.Run(context.Background(), &mcp.StdioTransport{}); err != nil {
		log.Print(err)
	}
}
GO
(cd go && go mod init finding && go get github.com/modelcontextprotocol/go-sdk@v1.8.0 && go mod tidy && go build -o ../server .) \
  > go.log 2>&1 || { cat go.log; exit 1; }
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check mcp==2.3.0

cat > server.py <<'PY'
from mcp.server import MCPServer

server = MCPServer("ledger")


@server.tool()
def look(id: int) -> dict[str, str | int]:
    return {"handler": str(id), "back": 9007199254740993}


server.run()
PY
cat > run.py <<'PY'
import asyncio
import sys
from importlib.metadata import version

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def ask(command: str, *args: str) -> list[dict]:
    async with stdio_client(StdioServerParameters(command=command, args=list(args))) as streams:
        async with ClientSession(*streams) as session:
            await session.initialize()
            seen = []
            for number in (9007199254740993, 1234567890123456789):
                result = await session.call_tool("look", {"id": number})
                assert not result.is_error, result
                seen.append(result.structured_content)
            return seen


async def main() -> None:
    print("client: Python mcp", version("mcp"))
    python = await ask(sys.executable, "server.py")
    print("Python server:", python)
    assert [s["handler"] for s in python] == ["9007199254740993", "1234567890123456789"], python
    assert python[0]["back"] == 9007199254740993
    go = await ask("./server")
    print("go-sdk v1.8.0:", go)
    assert [s["raw"] for s in go] == ['{"id":9007199254740993}', '{"id":1234567890123456789}'], go
    assert [s["handler"] for s in go] == ["9007199254740992", "1234567890123456800"], go
    assert go[0]["back"] == 9007199254740992
    print("as described: the Go handler got other numbers than the message holds, and sent another one")


asyncio.run(main())
PY
venv/bin/python run.py
