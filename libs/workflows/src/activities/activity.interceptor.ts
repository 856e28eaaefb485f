import { Injectable } from '@nestjs/common';
import { isUuid, Logger, runWithCorrelation } from '@orkestra/core';
import { ORKESTRA_KEY, type OrkestraActivities as Contract, type OrkestraHeader } from '@orkestra/sdk';
import { AuthService, InactiveTenants } from '@orkestra/tenancy';
import { Context } from '@temporalio/activity';
import { defaultPayloadConverter } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInterceptors } from '@temporalio/worker';
import { runInActivityContext } from './activity-context';
import { activityFailure } from './activity-failure';
import { fitResult } from './fit-result';
import { ForeignTenantError, MissingTenantError } from './activity.errors';

/** What the server does, and whether it waits while the tenant is suspended: all but what ends or only reads. */
const OWN: Record<keyof Contract, 'waits' | 'goes on'> = {
  createTask: 'waits',
  adoptTask: 'waits',
  advanceTask: 'waits',
  cancelTask: 'goes on',
  reassignTask: 'waits',
  answerChanges: 'waits',
  readTaskResult: 'goes on',
  closeExecution: 'goes on',
};

/**
 * Every activity runs under the correlation id of its workflow; the server's own also under its tenant.
 * The tenant comes from the header that the SDK's interceptors set, never from the activity's input.
 */
@Injectable()
export class ActivityInterceptor {
  private readonly logger: Logger;

  constructor(
    private readonly auth: AuthService,
    private readonly inactive: InactiveTenants,
    logger: Logger,
  ) {
    this.logger = logger.child('activities');
  }

  /** For one execution of an activity: how it runs, and what its log lines carry. */
  intercept(): ActivityInterceptors {
    let header: OrkestraHeader | undefined;
    return {
      inbound: {
        execute: (input, next) => {
          header = readHeader(input);
          return this.execute(header, () => next(input));
        },
      },
      outbound: { getLogAttributes: (fields, next) => ({ ...next(fields), ...header }) },
    };
  }

  private execute(header: OrkestraHeader | undefined, next: () => Promise<unknown>): Promise<unknown> {
    const { activityType, workflowExecution } = Context.current().info;
    return runWithCorrelation(header?.correlationId, async () => {
      if (!Object.hasOwn(OWN, activityType)) return fitResult(await next(), activityType);
      try {
        const { tenantId, correlationId, starter } = checkTenant(header, workflowExecution?.workflowId);
        if (OWN[activityType as keyof Contract] === 'waits') await this.inactive.refuse(tenantId);
        const ctx = this.auth.forActivity(tenantId, correlationId);
        return fitResult(await runInActivityContext({ ctx, starter }, next), activityType);
      } catch (error) {
        throw activityFailure(error, activityType, this.logger);
      }
    });
  }
}

function readHeader({ headers }: ActivityExecuteInput): OrkestraHeader | undefined {
  const payload = headers[ORKESTRA_KEY];
  return payload === undefined ? undefined : defaultPayloadConverter.fromPayload(payload);
}

/**
 * A workflow that Orkestra started carries its tenant in its id as well: the two must agree.
 * Children may have an id of their own; their memo is handed on by the SDK.
 */
export function checkTenant(
  header: OrkestraHeader | undefined,
  workflowId: string | undefined,
): OrkestraHeader {
  if (header === undefined || !isUuid(header.tenantId)) throw new MissingTenantError();
  const [prefix, ...rest] = (workflowId ?? '').split('/');
  if (rest.length > 0 && isUuid(prefix) && prefix !== header.tenantId) throw new ForeignTenantError();
  return header;
}
