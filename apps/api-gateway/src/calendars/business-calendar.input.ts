import { Field, InputType } from '@nestjs/graphql';
import { IsArray, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

// What a calendar may hold is checked where calendars live; here only that the shape is right.

@InputType()
export class OpeningHoursInput {
  @Field(() => String, { description: 'Such as 09:00.' })
  from!: string;

  @Field(() => String, { description: 'Such as 17:00, or 24:00.' })
  to!: string;
}

@InputType({ description: 'A weekday that is left out is free.' })
export class WeeklyHoursInput {
  @Field(() => [OpeningHoursInput], { nullable: true })
  monday?: OpeningHoursInput[];

  @Field(() => [OpeningHoursInput], { nullable: true })
  tuesday?: OpeningHoursInput[];

  @Field(() => [OpeningHoursInput], { nullable: true })
  wednesday?: OpeningHoursInput[];

  @Field(() => [OpeningHoursInput], { nullable: true })
  thursday?: OpeningHoursInput[];

  @Field(() => [OpeningHoursInput], { nullable: true })
  friday?: OpeningHoursInput[];

  @Field(() => [OpeningHoursInput], { nullable: true })
  saturday?: OpeningHoursInput[];

  @Field(() => [OpeningHoursInput], { nullable: true })
  sunday?: OpeningHoursInput[];
}

@InputType({ description: 'Codes as `holidayPlaces` lists them.' })
export class HolidayPlaceInput {
  @Field(() => String)
  country!: string;

  @Field(() => String, { nullable: true })
  state?: string;

  @Field(() => String, { nullable: true })
  region?: string;
}

@InputType()
export class OpenDateInput {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  date!: string;

  @Field(() => [OpeningHoursInput])
  hours!: OpeningHoursInput[];
}

@InputType()
export class PutBusinessCalendarInput {
  @Field(() => String, { description: 'Small letters, digits and -, such as berlin-office.' })
  @IsString()
  @MaxLength(63)
  key!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: 'IANA name, such as Europe/Berlin.' })
  @IsString()
  @MaxLength(100)
  zone!: string;

  @Field(() => WeeklyHoursInput)
  @IsObject()
  hours!: WeeklyHoursInput;

  @Field(() => HolidayPlaceInput, {
    nullable: true,
    description: 'No public holidays are observed without it.',
  })
  @IsOptional()
  @IsObject()
  holidays?: HolidayPlaceInput;

  @Field(() => [String], {
    nullable: true,
    description: 'Days on which nobody works besides, as YYYY-MM-DD.',
  })
  @IsOptional()
  @IsArray()
  closedDates?: string[];

  @Field(() => [OpenDateInput], {
    nullable: true,
    description: 'Days with hours of their own, whatever the week and the holidays say.',
  })
  @IsOptional()
  @IsArray()
  openDates?: OpenDateInput[];
}

@InputType()
export class RemoveBusinessCalendarInput {
  @Field(() => String)
  @IsString()
  @MaxLength(63)
  key!: string;
}

@InputType()
export class SetDefaultCalendarInput {
  @Field(() => String, { nullable: true, description: 'Left out for Monday to Friday, 9 to 17 UTC.' })
  @IsOptional()
  @IsString()
  @MaxLength(63)
  key?: string;
}
