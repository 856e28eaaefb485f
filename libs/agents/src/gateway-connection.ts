import {
  Client,
  ProtocolError,
  SdkHttpError,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { ApprovalRefusedError } from './agents.errors';

const TOOL = 'approval_request';
const CLIENT = { name: '@orkestra/agents', version: '0.1.0' };
/** The gateway answers after at most 50 seconds. */
const LONGEST_CALL_MS = 70_000;
const TRANSIENT = ['RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL'];
const FINAL_STATUS = [400, 401, 403, 404, 405, 413];

/** What the tool says; see `approval_request` of the gateway. */
export interface ApprovalAnswer {
  done: boolean;
  task_id: string | null;
  calls: {
    call_id: string;
    digest: string;
    verdict: 'pending' | 'allowed' | 'denied';
    message: string | null;
    decided_by: { kind: string; id: string; display_name: string } | null;
    rule_id: string | null;
    /** Not told by older gateways. */
    valid_until?: string | null;
  }[];
}

/** One connection to the gateway's MCP endpoint, opened when it is needed and again after it was lost. */
export class GatewayConnection {
  private client: Promise<Client> | undefined;

  constructor(
    private readonly endpoint: URL,
    private readonly apiKey: string,
  ) {}

  /**
   * Asks once.
   * @throws ApprovalRefusedError when it does not help to ask again; any other error may pass
   */
  async ask(args: Record<string, unknown>, signal: AbortSignal | undefined): Promise<ApprovalAnswer> {
    const client = await this.connected();
    const options = { signal, timeout: LONGEST_CALL_MS };
    const result = await client.callTool({ name: TOOL, arguments: args }, options).catch((error: unknown) => {
      if (signal?.aborted !== true) this.lose();
      throw refusal(error) ?? error;
    });
    if (result.isError !== true) return result.structuredContent as ApprovalAnswer;
    const [content] = result.content;
    throw toolRefusal(content?.type === 'text' ? content.text : '');
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await (await client?.catch(() => undefined))?.close();
  }

  private connected(): Promise<Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = undefined;
      throw refusal(error) ?? error;
    });
    return this.client;
  }

  private async connect(): Promise<Client> {
    const client = new Client(CLIENT, { versionNegotiation: { mode: 'auto' } });
    const headers = { authorization: `Bearer ${this.apiKey}` };
    await client.connect(new StreamableHTTPClientTransport(this.endpoint, { requestInit: { headers } }));
    return client;
  }

  private lose(): void {
    void this.close().catch(() => undefined);
  }
}

/** An error that stays, in words that say what to do. */
function refusal(error: unknown): ApprovalRefusedError | undefined {
  const status = statusOf(error);
  if (status === 401) return new ApprovalRefusedError('Orkestra refuses the API key.', 'UNAUTHENTICATED');
  if (status !== undefined && FINAL_STATUS.includes(status)) {
    return new ApprovalRefusedError(
      `Orkestra refuses the request (HTTP ${status}). Check the URL.`,
      'REFUSED',
    );
  }
  if (error instanceof ProtocolError) return new ApprovalRefusedError(error.message, 'REFUSED');
  return undefined;
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof SdkHttpError) return error.status;
  return error instanceof Error && error.cause !== undefined ? statusOf(error.cause) : undefined;
}

/** @param text `CODE: cause`, then `Next: what to do` */
function toolRefusal(text: string): Error {
  const code = /^([A-Z_]+): /.exec(text)?.[1] ?? 'REFUSED';
  return TRANSIENT.includes(code) ? new Error(text) : new ApprovalRefusedError(text, code);
}
