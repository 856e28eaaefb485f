import { Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { GetPromptResult, Prompt as ListedPrompt } from '@modelcontextprotocol/server';
import type { Prompt } from '../protocol/prompt';
import { invalidParams } from '../protocol/protocol.errors';
import type { Complete } from '../protocol/resource';
import { OrkestraPrompts } from './orkestra.prompts';

const LONGEST_ARGUMENT = 10_000;

/** Every prompt of the gateway; what a key sees of it depends on its scopes. */
@Injectable()
export class PromptCatalogue {
  private readonly prompts: readonly Prompt[];
  private readonly logger: Logger;

  constructor({ prompts }: OrkestraPrompts, logger: Logger) {
    this.prompts = prompts;
    this.logger = logger.child('prompts');
  }

  list({ scopes }: Pick<TenantContext, 'scopes'>): ListedPrompt[] {
    return this.prompts
      .filter(({ scope }) => scopes.includes(scope))
      .map(({ name, title, description, arguments: args }) => ({
        name,
        title,
        description,
        arguments: args.map((argument) => ({ ...describe(argument), required: true })),
      }));
  }

  /** @throws MissingScopeError, ProtocolError */
  async get(ctx: TenantContext, name: string, given: Record<string, string> = {}): Promise<GetPromptResult> {
    const prompt = this.prompts.find((one) => one.name === name);
    if (prompt === undefined) throw invalidParams(`There is no prompt "${name.slice(0, 100)}".`);
    requireScope(ctx, prompt.scope);
    const messages = await prompt.messages(ctx, checked(prompt, given));
    const { principal, tenantId } = ctx;
    this.logger.info({ prompt: name, tenantId, principalId: principal.id }, 'Prompt used');
    return { description: prompt.description, messages };
  }

  /** What completes an argument, if anything does; undefined when there is no such argument to be seen. */
  completion(
    { scopes }: Pick<TenantContext, 'scopes'>,
    name: string,
    argument: string,
  ): Complete | undefined {
    const prompt = this.prompts.find((one) => one.name === name && scopes.includes(one.scope));
    const found = prompt?.arguments.find((one) => one.name === argument);
    return found && (found.complete ?? (() => Promise.resolve([])));
  }
}

function describe({ name, description }: Prompt['arguments'][number]) {
  return { name, description };
}

function checked(prompt: Prompt, given: Record<string, string>): Record<string, string> {
  const entries = prompt.arguments.map(({ name }) => {
    const value = given[name]?.trim();
    if (!value) throw invalidParams(`The argument "${name}" of the prompt is missing.`);
    if (value.length > LONGEST_ARGUMENT)
      throw invalidParams(`The argument "${name}" is longer than ${LONGEST_ARGUMENT} characters.`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}
