import type {
  ChildWorkflowOptions,
  ContinueAsNewOptions,
  Headers,
  WorkflowInterceptors,
  WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';
import { defaultPayloadConverter, workflowInfo } from '@temporalio/workflow';
import type { OrkestraHeader, OrkestraMemo } from './contract/contract';
import { ORKESTRA_KEY, TENANT_SEARCH_ATTRIBUTE, isReservedName } from './contract/contract';
import { workflowFailure } from './contract/sdk.errors';
import { sizeFailure } from './run/payload-size';

/**
 * Hands the tenant and the correlation id of a run on to its activities, children and successors. A worker loads
 * this module beside its workflows (`interceptors.workflowModules`).
 */
export function interceptors(): WorkflowInterceptors {
  const origin = new Origin();
  const outbound: WorkflowOutboundCallsInterceptor = {
    scheduleActivity: (input, next) =>
      tooLarge(`The input of "${input.activityType}"`, input.args) ??
      next({ ...input, headers: origin.addTo(input.headers) }),
    scheduleLocalActivity: (input, next) => next({ ...input, headers: origin.addTo(input.headers) }),
    startChildWorkflowExecution: (input, next) => {
      const refused = tooLarge(`The input of "${input.workflowType}"`, input.options.args ?? []);
      if (refused) return refused;
      // Changed in place, because the child's handle reads its id from this very object.
      Object.assign(input.options, origin.childOptions(input.options));
      return next({ ...input, headers: origin.addTo(input.headers) });
    },
    continueAsNew: (input, next) =>
      tooLarge('The input of the next run', input.args) ??
      next({
        ...input,
        headers: origin.addTo(input.headers),
        options: origin.successorOptions(input.options),
      }),
    signalWorkflow: async (input, next) => {
      if (!isReservedName(input.signalName)) {
        return await (tooLarge(`The signal "${input.signalName}"`, input.args) ?? next(input));
      }
      throw workflowFailure('signal.reserved', `The signal name "${input.signalName}" is reserved.`);
    },
    getLogAttributes: (input, next) => ({ ...next(input), ...origin.header }),
  };
  return {
    // The memo as it was at the start: what the workflow's code changes in it later does not count.
    inbound: [{ execute: (input, next) => (origin.read(), next(input)) }],
    outbound: [outbound],
  };
}

/** Rejects what Temporal would not take, at once: it would try again for ever, and tell nobody. */
function tooLarge(what: string, args: readonly unknown[]): Promise<never> | undefined {
  const failure = sizeFailure(what, args);
  return failure && Promise.reject(failure);
}

class Origin {
  private memo: OrkestraMemo | undefined;

  read(): void {
    this.memo = workflowInfo().memo?.[ORKESTRA_KEY] as OrkestraMemo | undefined;
  }

  get header(): OrkestraHeader | undefined {
    return this.memo && { tenantId: this.memo.tenantId, correlationId: this.memo.correlationId };
  }

  addTo(headers: Headers): Headers {
    if (!this.memo) return headers;
    const { tenantId, correlationId, starter } = this.memo;
    const header: OrkestraHeader = { tenantId, correlationId, starter };
    return { ...headers, [ORKESTRA_KEY]: defaultPayloadConverter.toPayload(header) };
  }

  childOptions(options: ChildWorkflowOptions): Partial<ChildWorkflowOptions> {
    if (!this.memo) return {};
    return {
      workflowId: withTenant(this.memo.tenantId, options.workflowId),
      memo: { ...options.memo, [ORKESTRA_KEY]: this.memo },
      typedSearchAttributes: withTenantAttribute(this.memo.tenantId, options.typedSearchAttributes),
    };
  }

  successorOptions<T extends ContinueAsNewOptions>(options: T): T {
    if (!this.memo) return options;
    const memo = { ...(options.memo ?? workflowInfo().memo), [ORKESTRA_KEY]: this.memo };
    // Without attributes of its own the successor inherits them all.
    const inherits = !options.searchAttributes && !options.typedSearchAttributes;
    if (inherits) return { ...options, memo };
    const typedSearchAttributes = withTenantAttribute(this.memo.tenantId, options.typedSearchAttributes);
    return { ...options, memo, typedSearchAttributes };
  }
}

function withTenant(tenantId: string, workflowId: string | undefined): string | undefined {
  const prefix = `${tenantId}/`;
  return workflowId === undefined || workflowId.startsWith(prefix) ? workflowId : `${prefix}${workflowId}`;
}

type SearchAttributes = ChildWorkflowOptions['typedSearchAttributes'];

function withTenantAttribute(tenantId: string, attributes: SearchAttributes): SearchAttributes {
  const given = Array.isArray(attributes) ? attributes : (attributes?.getAll() ?? []);
  const others = given.filter((pair) => pair.key.name !== TENANT_SEARCH_ATTRIBUTE);
  return [...others, { key: { name: TENANT_SEARCH_ATTRIBUTE, type: 'KEYWORD' }, value: tenantId }];
}
