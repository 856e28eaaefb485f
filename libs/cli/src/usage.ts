export const USAGE = `Usage: orkestra mcp [options]

Connects an agent to Orkestra: an MCP server on stdin and stdout that relays to a gateway.

  ORKESTRA_URL        the gateway, such as https://orkestra.example.com; without it, the stack that
                      npm start runs on this machine (.orkestra/dev.json here or above, or ORKESTRA_HOME)
  ORKESTRA_API_KEY    an API key of Orkestra; not needed for the stack on this machine

Options:
  --print-config [client]   print what to put into the client's configuration:
                            claude-desktop, claude-code, cursor, vscode or all (the default)
  --with-key                print the API key, not a placeholder
  -h, --help                print this
  -v, --version             print the version

For those who write workflows:
  orkestra init [dir] [--template minimal|approval|support-bot] [--yes] [--json]
                          make a project; asks at a terminal for what is left open
  orkestra dev [dir]      run Orkestra and the project's workflows; what is saved is live a moment later
  orkestra generate workflow|activity|form|test NAME [--dir dir] [--dry-run] [--json]
                          write one into the project, and have the project know it
  orkestra workflow ["…"] [--yes] [--dry-run] [--continue] [--json]
                          write a workflow with a model, and its test; more by orkestra workflow --help
  orkestra build [dir] [--json]
                          check the types and bundle the workflows for production
  orkestra worker [dir] [--no-promote | --unversioned]
                          run the built project in production; it needs TEMPORAL_ADDRESS, and no database
  orkestra deploy status | promote [build] | move [--json]
                          see which builds are needed, make one current, move what waits to it
  orkestra replay [dir] [--from file|dir] [--json]
                          run what is open now, or was recorded, with the build before it is deployed
  orkestra start [api-gateway] [worker] [mcp-gateway]
                          run Orkestra's own servers in production

For whoever looks after what runs (see orkestra COMMAND --help); with ORKESTRA_URL and ORKESTRA_API_KEY as above:
  orkestra tasks          list, show, claim, release, complete, approve and reject tasks
  orkestra workflows      list, show, start, signal and cancel executions
  orkestra doctor [dir] [--json]
                          look whether all that Orkestra needs is there; says how to repair what is not
  orkestra completion bash|zsh|fish
                          print a script by which the shell completes commands and options

For whoever runs an installation (see orkestra GROUP --help):
  orkestra db             bring the tables up to date; look whether all is right; fill in or empty a demo
  orkestra tenant         make workspaces, let the first admin in, suspend, export, delete
  orkestra keys           make, list and revoke API keys
  orkestra dead-letters   see what could not be delivered, and have it tried again
  orkestra audit          export the audit log, check such a file, show the public keys`;
