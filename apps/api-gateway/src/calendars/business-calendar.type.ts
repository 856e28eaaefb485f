import { Field, Int, ObjectType } from '@nestjs/graphql';
import type {
  CalendarView,
  HolidayDay,
  HolidayPlace as Place,
  HolidayPlaceName,
  OpeningHours as Hours,
} from '@orkestra/tenancy';

@ObjectType({ description: 'A part of a day by the clock on the wall.' })
export class OpeningHours implements Hours {
  @Field(() => String, { description: 'Such as 09:00.' })
  from!: string;

  @Field(() => String, { description: 'Such as 17:00; 24:00 is midnight at the end of the day.' })
  to!: string;
}

@ObjectType({ description: 'The hours of each weekday, in the order of the day; none on a free day.' })
export class WeeklyHours {
  @Field(() => [OpeningHours])
  monday!: readonly OpeningHours[];

  @Field(() => [OpeningHours])
  tuesday!: readonly OpeningHours[];

  @Field(() => [OpeningHours])
  wednesday!: readonly OpeningHours[];

  @Field(() => [OpeningHours])
  thursday!: readonly OpeningHours[];

  @Field(() => [OpeningHours])
  friday!: readonly OpeningHours[];

  @Field(() => [OpeningHours])
  saturday!: readonly OpeningHours[];

  @Field(() => [OpeningHours])
  sunday!: readonly OpeningHours[];
}

@ObjectType({ description: 'Whose public holidays are observed.' })
export class HolidayPlace implements Place {
  @Field(() => String, { description: 'Such as DE.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Such as BY.' })
  state?: string;

  @Field(() => String, { nullable: true })
  region?: string;
}

@ObjectType({ description: 'A country, state or region that has holidays of its own.' })
export class NamedHolidayPlace implements HolidayPlaceName {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'A day with hours of its own, whatever the week and the holidays say.' })
export class OpenDate {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  date!: string;

  @Field(() => [OpeningHours])
  hours!: readonly OpeningHours[];
}

@ObjectType({ description: 'A day that a public holiday closes.' })
export class Holiday implements HolidayDay {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  date!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'The minute of the day from which it is closed; 0 for the whole day.' })
  closedFromMinute!: number;
}

@ObjectType({ description: 'When people work: what working hours and working days of time limits count by.' })
export class BusinessCalendar implements CalendarView {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'IANA name, such as Europe/Berlin.' })
  zone!: string;

  @Field(() => WeeklyHours)
  hours!: WeeklyHours;

  @Field(() => HolidayPlace, { nullable: true })
  holidays!: HolidayPlace | null;

  @Field(() => [String], { description: 'Days on which nobody works besides, as YYYY-MM-DD.' })
  closedDates!: readonly string[];

  @Field(() => [OpenDate])
  openDates!: readonly OpenDate[];

  @Field(() => Boolean, { description: 'Whether groups without a calendar of their own go by it.' })
  isDefault!: boolean;
}
