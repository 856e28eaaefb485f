import { Injectable } from '@nestjs/common';
import { DomainError, Logger } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type {
  ReadResourceResult,
  Resource as ListedResource,
  ResourceTemplateType as ListedTemplate,
} from '@modelcontextprotocol/server';
import { ConversationsResources } from '../conversations/conversations.resources';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { invalidParams, noSuchResource } from '../protocol/protocol.errors';
import type { Complete, Resource } from '../protocol/resource';
import { findResource, type Found, LONGEST_URI, variableOf } from '../protocol/resource-uri';
import { TasksResources } from '../tasks/tasks.resources';
import { TenantResources } from '../tenant/tenant.resources';
import { WorkflowsResources } from '../workflows/workflows.resources';

const MIME_TYPE = 'application/json';

type Caller = Pick<TenantContext, 'scopes'>;

/** Every resource of the gateway; what a key sees of it depends on its scopes. */
@Injectable()
export class ResourceCatalogue {
  private readonly resources: readonly Resource[];
  private readonly logger: Logger;

  constructor(
    workflows: WorkflowsResources,
    tasks: TasksResources,
    conversations: ConversationsResources,
    tenant: TenantResources,
    logger: Logger,
  ) {
    this.resources = [workflows, tasks, conversations, tenant].flatMap(({ resources }) => resources);
    this.logger = logger.child('resources');
  }

  /** Those that are one thing. */
  list(caller: Caller): ListedResource[] {
    const single = this.allowed(caller).filter((resource) => !variableOf(resource));
    return single.map(({ uri, ...resource }) => ({ uri, ...toListed(resource) }));
  }

  /** Those that are one of many, by id. */
  templates(caller: Caller): ListedTemplate[] {
    const many = this.allowed(caller).filter((resource) => variableOf(resource));
    return many.map(({ uri, ...resource }) => ({ uriTemplate: uri, ...toListed(resource) }));
  }

  /**
   * JSON that begins with the notice that it is data.
   * @throws ProtocolError resource not found, also for another tenant's
   */
  async read(ctx: TenantContext, uri: string): Promise<ReadResourceResult> {
    if (uri.length > LONGEST_URI) throw invalidParams(`The URI is longer than ${LONGEST_URI} characters.`);
    const found = this.find(ctx, uri);
    if (found === undefined) throw noSuchResource(uri);
    const content = await found.resource.read(ctx, found.id).catch((error: unknown) => {
      throw isNotFound(error) ? noSuchResource(uri) : error;
    });
    const { principal, tenantId } = ctx;
    this.logger.info({ resource: found.resource.name, tenantId, principalId: principal.id }, 'Resource read');
    const text = JSON.stringify({ notice: DATA_NOTICE, ...content });
    return { contents: [{ uri, mimeType: MIME_TYPE, text }] };
  }

  /**
   * What the URI means, whether or not there is such a thing; undefined when it means nothing.
   * @throws MissingScopeError
   */
  find(ctx: TenantContext, uri: string): Found | undefined {
    const found = findResource(this.resources, uri);
    if (found !== undefined) requireScope(ctx, found.resource.scope);
    return found;
  }

  /** Whether the caller may be told that it changed. */
  async maySee(ctx: TenantContext, { resource, id }: Found): Promise<boolean> {
    if (!ctx.scopes.includes(resource.scope)) return false;
    // A program sees all that its tenant has, and of others' there is no news.
    if (ctx.principal.kind !== 'user') return true;
    try {
      await resource.see?.(ctx, id);
      return true;
    } catch (error) {
      if (isNotFound(error)) return false;
      throw error;
    }
  }

  /** What completes the variable of a URI template; undefined when there is no such template to be seen. */
  completion(caller: Caller, template: string, variable: string): Complete | undefined {
    const resource = this.allowed(caller).find(({ uri }) => uri === template);
    return resource && variableOf(resource) === variable ? resource.complete : undefined;
  }

  private allowed({ scopes }: Caller): Resource[] {
    return this.resources.filter(({ scope }) => scopes.includes(scope));
  }
}

function toListed({ name, title, description }: Pick<Resource, 'name' | 'title' | 'description'>) {
  return { name, title, description, mimeType: MIME_TYPE };
}

function isNotFound(error: unknown): boolean {
  return error instanceof DomainError && error.kind === 'not_found';
}
