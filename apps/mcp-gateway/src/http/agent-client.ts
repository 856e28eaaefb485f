import type { AgentClient } from '@orkestra/tenancy';
import type { InitializeRequest } from '@modelcontextprotocol/server';

const LONGEST_NAME = 200;

/** What of the handshake is kept: what answers depend on, and who it was. */
export function agentClientOf({ params }: InitializeRequest): AgentClient {
  const { protocolVersion, capabilities, clientInfo } = params;
  const { elicitation } = capabilities;
  return {
    protocolVersion: protocolVersion.slice(0, LONGEST_NAME),
    capabilities: elicitation === undefined ? {} : { elicitation: modesOf(elicitation) },
    name: clientInfo.name.slice(0, LONGEST_NAME),
    version: clientInfo.version.slice(0, LONGEST_NAME),
  };
}

function modesOf(elicitation: object): Record<string, object> {
  const modes = ['form', 'url'].filter((mode) => mode in elicitation);
  return Object.fromEntries(modes.map((mode) => [mode, {}]));
}
