/** A part of a day by the clock on the wall, such as 09:00 to 17:00; `to` may be 24:00. */
export interface OpeningHours {
  from: string;
  to: string;
}

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

type Weekday = (typeof WEEKDAYS)[number];

/** Whose public holidays are observed, by the codes of ISO 3166 as `date-holidays` knows them. */
export interface HolidayPlace {
  country: string;
  state?: string | undefined;
  region?: string | undefined;
}

/** When people work. `checkCalendar` makes one out of what somebody typed. */
export interface BusinessCalendar {
  /** IANA name, such as Europe/Berlin. */
  zone: string;
  /** In the order of the day; a weekday without any is free. */
  hours: Readonly<Record<Weekday, readonly OpeningHours[]>>;
  holidays: HolidayPlace | null;
  /** Days on which nobody works besides, as YYYY-MM-DD. */
  closedDates: readonly string[];
  /** Days with hours of their own, whatever the week and the holidays say. */
  openDates: readonly { date: string; hours: readonly OpeningHours[] }[];
}

const NINE_TO_FIVE: readonly OpeningHours[] = [{ from: '09:00', to: '17:00' }];

/** Counts where neither the group nor the tenant has a calendar. */
export const DEFAULT_CALENDAR: BusinessCalendar = {
  zone: 'UTC',
  hours: {
    monday: NINE_TO_FIVE,
    tuesday: NINE_TO_FIVE,
    wednesday: NINE_TO_FIVE,
    thursday: NINE_TO_FIVE,
    friday: NINE_TO_FIVE,
    saturday: [],
    sunday: [],
  },
  holidays: null,
  closedDates: [],
  openDates: [],
};
