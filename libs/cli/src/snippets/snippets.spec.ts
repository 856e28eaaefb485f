import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_NAMES } from './clients';
import { launchOf } from './launch';
import { snippetFor } from './snippet';
import { snippets } from './snippets';

const URL = 'https://orkestra.example.com';
const env = { ORKESTRA_URL: `${URL}/mcp`, ORKESTRA_API_KEY: 'ork_secret' };
const checkout = ['', 'path', 'to', 'orkestra', 'libs', 'cli', 'dist', 'snippets'];
const launch = { ...launchOf(checkout), url: URL, key: undefined };

describe('snippets', () => {
  it.each(CLIENT_NAMES)('of %s are what the guide shows', (client) => {
    const guide = readFileSync(join(__dirname, '../../../../docs/guides/agents.md'), 'utf8');
    expect(guide).toContain(`\n${snippetFor(client, launch)}\n\`\`\``);
  });

  it('hold the key only when it is asked for, and the gateway without its path', () => {
    for (const client of CLIENT_NAMES) {
      expect(snippets(client, env, false)).not.toContain('ork_secret');
      expect(snippets(client, env, true)).toContain('ork_secret');
      expect(snippets(client, env, false)).toMatch(/orkestra\.example\.com(?!\/mcp)/);
    }
    expect(() => snippets('cursor', { ORKESTRA_URL: URL }, true)).toThrow(/--with-key needs/);
  });

  it('start this very program by its path, never by a name that somebody could take on npm', () => {
    for (const folder of [
      checkout,
      ['', 'home', 'kim', 'node_modules', '@orkestra', 'cli', 'dist', 'snippets'],
    ]) {
      const { command, args } = launchOf(folder);
      expect([command, ...args]).toEqual(['node', `${folder.slice(0, -2).join('/')}/bin/orkestra.js`, 'mcp']);
    }
  });

  it('quote for the shell what needs it', () => {
    const text = snippetFor('claude-code', { ...launch, key: "it's" });
    expect(text).toContain(String.raw`--env 'ORKESTRA_API_KEY=it'\''s'`);
  });
});
