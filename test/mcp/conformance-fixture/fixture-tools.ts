import { fromJsonSchema, type McpServer, type ServerContext } from '@modelcontextprotocol/server';
import { setTimeout as delay } from 'node:timers/promises';
import { image, text, WAV } from './contents';

/** What the suite calls; see `conformance server --help` and its scenarios' descriptions. */
export function registerTools(mcp: McpServer): void {
  const tool = (
    name: string,
    run: (args: Record<string, string>, context: ServerContext) => Promise<object>,
    inputSchema: Record<string, unknown> = { type: 'object', properties: {} },
  ) =>
    mcp.registerTool(
      name,
      {
        description: `For the scenario of ${name}`,
        inputSchema: fromJsonSchema<Record<string, string>>(inputSchema),
      },
      async (args, context) => (await run(args, context)) as { content: [] },
    );
  const answers = (name: string, ...content: object[]) => tool(name, () => Promise.resolve({ content }));

  answers('test_simple_text', text('This is a simple text response for testing.'));
  answers('test_image_content', image);
  answers('test_audio_content', { type: 'audio', data: WAV, mimeType: 'audio/wav' });
  answers('test_embedded_resource', {
    type: 'resource',
    resource: {
      uri: 'test://embedded-resource',
      mimeType: 'text/plain',
      text: 'This is an embedded resource content.',
    },
  });
  answers('test_multiple_content_types', text('Multiple content types test:'), image, {
    type: 'resource',
    resource: {
      uri: 'test://mixed-content-resource',
      mimeType: 'application/json',
      text: JSON.stringify({ test: 'data', value: 123 }),
    },
  });
  answers('test_reconnection', text('The stream was not closed.'));
  tool('test_error_handling', () =>
    Promise.reject(new Error('This tool intentionally returns an error for testing')),
  );
  tool('test_tool_with_logging', async (_args, { mcpReq }) => {
    for (const data of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await mcpReq.notify({ method: 'notifications/message', params: { level: 'info', data } });
      await delay(50);
    }
    return { content: [text('Logged three messages.')] };
  });
  tool('test_tool_with_progress', async (_args, { mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await mcpReq.notify({
          method: 'notifications/progress',
          params: { progressToken, progress, total: 100 },
        });
      await delay(50);
    }
    return { content: [text('Made progress.')] };
  });
  tool(
    'test_sampling',
    async ({ prompt = '' }, { mcpReq }) => {
      const messages = [{ role: 'user' as const, content: text(prompt) }];
      const { content } = await mcpReq.requestSampling({ messages, maxTokens: 100 });
      return { content: [text(`LLM response: ${JSON.stringify(content)}`)] };
    },
    { type: 'object', properties: { prompt: { type: 'string' } }, required: ['prompt'] },
  );
  tool('json_schema_2020_12_tool', () => Promise.resolve({ content: [text('ok')] }), {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } },
    },
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
    additionalProperties: false,
  });
}
