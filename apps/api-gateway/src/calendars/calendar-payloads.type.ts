import { Field, ObjectType } from '@nestjs/graphql';
import { TenantSettings } from '../settings/tenant-settings.type';
import { BusinessCalendar } from './business-calendar.type';

@ObjectType()
export class PutBusinessCalendarPayload {
  @Field(() => BusinessCalendar)
  calendar!: BusinessCalendar;
}

@ObjectType()
export class RemoveBusinessCalendarPayload {
  @Field(() => String)
  removedKey!: string;
}

@ObjectType()
export class SetDefaultCalendarPayload {
  @Field(() => TenantSettings)
  settings!: TenantSettings;
}
