// The protocol's own library for Go, in the mode of the 2025 era: a session.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type object = map[string]any

type withKey struct{}

func (withKey) RoundTrip(request *http.Request) (*http.Response, error) {
	request = request.Clone(request.Context())
	request.Header.Set("Authorization", "Bearer "+os.Getenv("MCP_KEY"))
	return http.DefaultTransport.RoundTrip(request)
}

func tell(step string, value any) {
	line, err := json.Marshal(object{"step": step, "value": value})
	must(err)
	fmt.Println(string(line))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	ctx := context.Background()
	client := mcp.NewClient(&mcp.Implementation{Name: "go-sdk", Version: "1"}, nil)
	transport := &mcp.StreamableClientTransport{
		Endpoint:   os.Getenv("MCP_URL"),
		HTTPClient: &http.Client{Transport: withKey{}},
	}
	session, err := client.Connect(ctx, transport, &mcp.ClientSessionOptions{ProtocolVersion: "2025-11-25"})
	must(err)
	defer session.Close()

	call := func(name string, arguments object) any {
		answer, err := session.CallTool(ctx, &mcp.CallToolParams{Name: name, Arguments: arguments})
		must(err)
		if answer.IsError {
			return answer.Content[0].(*mcp.TextContent).Text
		}
		return answer.StructuredContent
	}

	names := []string{}
	for tool, err := range session.Tools(ctx, nil) {
		must(err)
		names = append(names, tool.Name)
	}
	tell("tools", names)
	task := object{"idempotency_key": os.Getenv("MCP_UNIQUE"), "title": "Go asks", "description": nil}
	first, again := call("task_create", task), call("task_create", task)
	tell("created", []any{first, again})
	tell("waited", call("task_await", object{"task_id": first.(object)["task"].(object)["task_id"]}))
	page := call("task_list", object{"limit": 1, "text": ""})
	tell("pages", []any{page, call("task_list", object{"limit": 1, "cursor": page.(object)["next_cursor"]})})
	tell("error", call("task_create", object{"idempotency_key": "x", "title": ""}))
	tell("move", nil)
	bufio.NewReader(os.Stdin).ReadString('\n')
	tell("whoami", call("whoami", object{}))
}
