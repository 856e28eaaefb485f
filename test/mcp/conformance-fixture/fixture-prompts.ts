import { completable, type McpServer, type PromptMessage } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { image, text } from './contents';

const says = (...contents: PromptMessage['content'][]) => ({
  messages: contents.map((content) => ({ role: 'user' as const, content })),
});

export function registerPrompts(mcp: McpServer): void {
  const description = 'For the scenarios of prompts';
  mcp.registerPrompt('test_simple_prompt', { description }, () =>
    says(text('This is a simple prompt for testing.')),
  );
  const cities = ['paris', 'park', 'party'];
  const arg1 = completable(z.string(), (value) => cities.filter((city) => city.startsWith(value ?? '')));
  mcp.registerPrompt(
    'test_prompt_with_arguments',
    { description, argsSchema: z.object({ arg1, arg2: z.string() }) },
    (args) => says(text(`Prompt with arguments: arg1='${args.arg1}', arg2='${args.arg2}'`)),
  );
  mcp.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description, argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) => {
      const resource = {
        uri: resourceUri,
        mimeType: 'text/plain',
        text: 'Embedded resource content for testing.',
      };
      return says({ type: 'resource', resource }, text('Please process the embedded resource above.'));
    },
  );
  mcp.registerPrompt('test_prompt_with_image', { description }, () =>
    says(image, text('Please analyze the image above.')),
  );
}
