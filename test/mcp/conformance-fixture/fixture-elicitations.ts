import { type ElicitRequestFormParams, fromJsonSchema, type McpServer } from '@modelcontextprotocol/server';
import { text } from './contents';

type Properties = ElicitRequestFormParams['requestedSchema']['properties'];

const titled = (...titles: [string, string][]) => titles.map(([value, title]) => ({ const: value, title }));
const OPTIONS = ['option1', 'option2', 'option3'];

const DEFAULTS: Properties = {
  name: { type: 'string', default: 'John Doe' },
  age: { type: 'integer', default: 30 },
  score: { type: 'number', default: 95.5 },
  status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
  verified: { type: 'boolean', default: true },
};

const ENUMS: Properties = {
  untitledSingle: { type: 'string', enum: OPTIONS },
  titledSingle: { type: 'string', oneOf: titled(['value1', 'First Option'], ['value2', 'Second Option']) },
  legacyEnum: { type: 'string', enum: ['opt1', 'opt2'], enumNames: ['Option One', 'Option Two'] },
  untitledMulti: { type: 'array', items: { type: 'string', enum: OPTIONS } },
  titledMulti: {
    type: 'array',
    items: { anyOf: titled(['value1', 'First Choice'], ['value2', 'Second Choice']) },
  },
};

const PERSON: Properties = { username: { type: 'string' }, email: { type: 'string' } };

/** Tools that ask the client's person something. */
export function registerElicitations(mcp: McpServer): void {
  const asks = (name: string, says: string, properties: Properties, required: string[] = []) => {
    const inputSchema = fromJsonSchema<{ message?: string }>({
      type: 'object',
      properties: { message: { type: 'string' } },
    });
    mcp.registerTool(
      name,
      { description: `For the scenario of ${name}`, inputSchema },
      async (args, { mcpReq }) => {
        const message = args.message ?? 'Please answer.';
        const requestedSchema = { type: 'object' as const, properties, required };
        const { action, content } = await mcpReq.elicitInput({ mode: 'form', message, requestedSchema });
        return { content: [text(`${says}: action=${action}, content=${JSON.stringify(content)}`)] };
      },
    );
  };
  asks('test_elicitation', 'User response', PERSON, ['username', 'email']);
  asks('test_elicitation_sep1034_defaults', 'Elicitation completed', DEFAULTS);
  asks('test_elicitation_sep1330_enums', 'Elicitation completed', ENUMS);
}
