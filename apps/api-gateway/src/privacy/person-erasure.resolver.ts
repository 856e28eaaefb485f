import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type ErasureRequest, PersonErasure } from '@orkestra/privacy';
import type { PersonView, TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { ErasePersonInput, RequestPersonErasureInput } from './person-erasure.input';
import { ErasePersonPayload, RequestPersonErasurePayload } from './person-erasure.type';

@Resolver()
export class PersonErasureResolver {
  constructor(private readonly erasure: PersonErasure) {}

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
