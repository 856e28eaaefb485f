import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { eventually } from '../../../test/harness/eventually';

const input = z.object({
  idempotency_key: z.string().regex(/^[A-Za-z0-9][\w.:@/+=-]{0,199}$/),
  calls: z
    .array(
      z.object({
        call_id: z.string().min(1).max(100),
        tool: z.string(),
        arguments: z.record(z.string(), z.unknown()),
        reason: z.string().optional(),
        risk: z.enum(['low', 'medium', 'high', 'critical']).optional(),
        similar_by: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .max(20),
  title: z.string().optional(),
  assign_to: z.object({ group: z.string() }).optional(),
  on_behalf_of: z.string().optional(),
  timeout_seconds: z.number().int().min(0).max(50),
});

type Asked = z.output<typeof input>;
type Decision = { verdict: 'allowed' | 'denied'; message?: string; valid_until?: string };

/** A gateway with nothing but `approval_request`, whose people are the test. */
export class FixtureGateway {
  /** What people were asked, by idempotency key. */
  readonly requests = new Map<string, { asked: Asked; decisions: Map<string, Decision> }>();
  /** How many HTTP requests are yet to fail, and how. */
  failures: (number | 'cut')[] = [];
  refusal: string | undefined;
  /** Answers about other arguments than those that were asked about. */
  tampers = false;
  private server: Server | undefined;
  private handler = createMcpHandler(() => this.mcp());

  get url(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    const serve = toNodeHandler(this.handler);
    this.server = createServer((req, res) => {
      const failure = this.failures.shift();
      if (failure === 'cut') return void req.socket.destroy();
      if (failure !== undefined) return void res.writeHead(failure).end();
      if (req.headers.authorization !== 'Bearer good') return void res.writeHead(401).end();
      void serve(req, res);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    await this.handler.close();
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** The newest request that has calls of these tools, as soon as there is one. */
  asked(...tools: string[]): Promise<Asked> {
    return eventually(() =>
      [...this.requests.values()]
        .map(({ asked }) => asked)
        .findLast(({ calls }) => calls.map(({ tool }) => tool).join() === tools.join()),
    );
  }

  /** Decides every call of a tool, by a person called Kim. */
  decide(request: Asked, decisions: Record<string, Decision>): void {
    const { calls } = request;
    const all = this.requests.get(request.idempotency_key)?.decisions;
    for (const call of calls) {
      const decision = decisions[call.tool];
      if (decision !== undefined) all?.set(call.call_id, decision);
    }
  }

  private mcp(): McpServer {
    const mcp = new McpServer({ name: 'fixture', version: '1.0.0' });
    mcp.registerTool('approval_request', { inputSchema: input }, async (args, { mcpReq }) => {
      if (this.refusal !== undefined)
        return { isError: true, content: [{ type: 'text', text: this.refusal }] };
      const structuredContent = await this.answer(args, mcpReq.signal);
      return { structuredContent, content: [{ type: 'text', text: 'see the structured content' }] };
    });
    return mcp;
  }

  private async answer(asked: Asked, signal: AbortSignal) {
    const known = this.requests.get(asked.idempotency_key) ?? {
      asked,
      decisions: new Map<string, Decision>(),
    };
    this.requests.set(asked.idempotency_key, known);
    const isDone = () => asked.calls.every(({ call_id: id }) => known.decisions.has(id));
    const until = performance.now() + asked.timeout_seconds * 1_000;
    while (!isDone() && performance.now() < until && !signal.aborted) await delay(10);
    const calls = asked.calls.map(({ call_id, tool, arguments: given }) => ({
      call_id,
      digest: digest(tool, this.tampers ? { ...given, amount: 1 } : given),
      verdict: known.decisions.get(call_id)?.verdict ?? 'pending',
      message: known.decisions.get(call_id)?.message ?? null,
      decided_by: known.decisions.has(call_id) ? { kind: 'user', id: 'u1', display_name: 'Kim' } : null,
      rule_id: null,
      valid_until: known.decisions.get(call_id)?.valid_until ?? null,
    }));
    return { done: isDone(), task_id: 't1', calls, waited_ms: 0, next_action: '', notice: '' };
  }
}

/** Not the code under test: the arguments of these tests are flat. */
function digest(tool: string, given: Record<string, unknown>): string {
  const members = Object.keys(given)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(given[key])}`);
  const text = `{"arguments":{${members.join(',')}},"tool":${JSON.stringify(tool)}}`;
  return createHash('sha256').update(text).digest('hex');
}
