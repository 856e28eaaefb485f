import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  ErasureProgress,
  type ErasureProgressView,
  type ErasureRequest,
  PersonErasure,
} from '@orkestra/privacy';
import type { PersonView, TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { ErasePersonInput, RequestPersonErasureInput } from './person-erasure.input';
import {
  ErasePersonPayload,
  PersonErasureProgress,
  RequestPersonErasurePayload,
} from './person-erasure.type';

@Resolver()
export class PersonErasureResolver {
  constructor(
    private readonly erasure: PersonErasure,
    private readonly progress: ErasureProgress,
  ) {}

  @Query(() => PersonErasureProgress, {
    nullable: true,
    description: 'Null for who was not erased. For tenant admins.',
  })
  async personErasure(
    @Ctx() ctx: TenantContext,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<ErasureProgressView | null> {
    return this.progress.of(ctx, personId);
  }

  @Mutation(() => RequestPersonErasurePayload, {
    description:
      'Asks to erase somebody who was deactivated; nothing happens until the same admin confirms it. For tenant admins; owners are erased by owners.',
  })
  async requestPersonErasure(
    @Ctx() ctx: TenantContext,
    @Args('input') { personId, email }: RequestPersonErasureInput,
  ): Promise<ErasureRequest> {
    return this.erasure.request(ctx, personId, email);
  }

  @Mutation(() => ErasePersonPayload, {
    description:
      'Name and address are gone at once, and wherever else the name stands within minutes. It cannot be taken back. For tenant admins.',
  })
  async erasePerson(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ErasePersonInput,
  ): Promise<{ person: PersonView }> {
    return { person: await this.erasure.confirm(ctx, input) };
  }
}
