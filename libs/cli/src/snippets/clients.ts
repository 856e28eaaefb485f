/** A program in which agents run, and where it keeps the MCP servers that it starts. */
export interface McpClient {
  title: string;
  /** Where the snippet goes. */
  into: string;
  places: readonly (readonly [system: string, path: string])[];
}

export const CLIENTS = {
  'claude-desktop': {
    title: 'Claude Desktop',
    into: 'Merge into claude_desktop_config.json, then restart Claude Desktop:',
    places: [
      ['macOS', '~/Library/Application Support/Claude/claude_desktop_config.json'],
      ['Windows', '%APPDATA%\\Claude\\claude_desktop_config.json'],
      ['Linux', '~/.config/Claude/claude_desktop_config.json'],
    ],
  },
  'claude-code': {
    title: 'Claude Code',
    into: 'Run in the project that should have it (with --scope user: in every project). It is kept in:',
    places: [
      ['macOS, Linux', '~/.claude.json'],
      ['Windows', '%USERPROFILE%\\.claude.json'],
    ],
  },
  cursor: {
    title: 'Cursor',
    into: 'Merge into mcp.json, for every project or as .cursor/mcp.json in one:',
    places: [
      ['macOS, Linux', '~/.cursor/mcp.json'],
      ['Windows', '%USERPROFILE%\\.cursor\\mcp.json'],
    ],
  },
  vscode: {
    title: 'VS Code',
    into: 'Merge into .vscode/mcp.json of the project, or into the mcp.json of your profile:',
    places: [
      ['macOS', '~/Library/Application Support/Code/User/mcp.json'],
      ['Windows', '%APPDATA%\\Code\\User\\mcp.json'],
      ['Linux', '~/.config/Code/User/mcp.json'],
    ],
  },
} as const satisfies Record<string, McpClient>;

export type ClientName = keyof typeof CLIENTS;
export const CLIENT_NAMES = Object.keys(CLIENTS) as ClientName[];
