import type { LiveMessage } from '@orkestra/core';
import type { Scope, TenantContext } from '@orkestra/tenancy';

/** What can change, as the live messages name it: one thing, or every thing of a topic. */
export type Changes = `${LiveMessage['topic']}:${string}`;

/** What completes an argument that begins so; at most `limit` values. */
export type Complete = (ctx: TenantContext, prefix: string, limit: number) => Promise<string[]>;

/** Something that agents read by a URI, the same behind both transports and both eras of the protocol. */
export interface Resource {
  /** `orkestra://things`, or `orkestra://things/{thing_id}` for one of many. */
  uri: string;
  /** `<thing>` or `<things>`. */
  name: string;
  title: string;
  /** Written for a model: what is in it, and when to read it. */
  description: string;
  /** The scope that a key needs to see and read it. */
  scope: Scope;
  /**
   * What a model reads, limited in length.
   * @param id what stands for the variable of the URI; empty where there is none
   * @throws DomainError of kind `not_found` for what is not there or not to be seen
   */
  read(ctx: TenantContext, id: string): Promise<object>;
  /** What alters it; nothing where no message tells of changes. */
  changes(ctx: TenantContext, id: string): Changes[];
  /** Of one of many: refuses who may not see it, at less cost than reading it. */
  see?(ctx: TenantContext, id: string): Promise<unknown>;
  /** Of one of many: its ids. */
  complete?: Complete;
}

type OneOfMany = Resource & Required<Pick<Resource, 'see' | 'complete'>>;

/** One that has a variable in its URI must also say who sees it and complete its ids. */
export function defineResource<const Uri extends string>(
  resource: (Uri extends `${string}{${string}}` ? OneOfMany : Omit<Resource, 'see' | 'complete'>) & {
    uri: Uri;
  },
): Resource {
  return resource;
}
