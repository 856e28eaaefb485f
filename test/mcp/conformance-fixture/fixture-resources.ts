import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { PNG } from './contents';

const describe = (name: string, mimeType: string) => ({
  description: `For the scenario of ${name}`,
  mimeType,
});

export function registerResources(mcp: McpServer): void {
  const one = (name: string, mimeType: string, content: { text: string } | { blob: string }) => {
    const uri = `test://${name}`;
    mcp.registerResource(name, uri, describe(name, mimeType), () => ({
      contents: [{ uri, mimeType, ...content }],
    }));
  };
  one('static-text', 'text/plain', { text: 'This is the content of the static text resource.' });
  one('static-binary', 'image/png', { blob: PNG });
  one('watched-resource', 'text/plain', { text: 'Watched' });
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined });
  mcp.registerResource('template', template, describe('template', 'application/json'), (uri, { id }) => {
    const data = { id, templateTest: true, data: `Data for ID: ${String(id)}` };
    return { contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(data) }] };
  });
  mcp.server.registerCapabilities({ resources: { subscribe: true } });
  const subscribed = new Set<string>();
  mcp.server.setRequestHandler('resources/subscribe', ({ params }) => {
    subscribed.add(params.uri);
    return {};
  });
  mcp.server.setRequestHandler('resources/unsubscribe', ({ params }) => {
    subscribed.delete(params.uri);
    return {};
  });
}
