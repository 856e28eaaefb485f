import { graphql } from '../generated';

export const CalendarFields = graphql(`
  fragment Calendar on BusinessCalendar {
    key
    name
    zone
    isDefault
    hours {
      monday {
        from
        to
      }
      tuesday {
        from
        to
      }
      wednesday {
        from
        to
      }
      thursday {
        from
        to
      }
      friday {
        from
        to
      }
      saturday {
        from
        to
      }
      sunday {
        from
        to
      }
    }
    holidays {
      country
      state
      region
    }
    closedDates
    openDates {
      date
      hours {
        from
        to
      }
    }
  }
`);

export const Calendars = graphql(`
  query Calendars {
    businessCalendars {
      ...Calendar
    }
  }
`);

export const HolidayPlaces = graphql(`
  query HolidayPlaces($country: String, $state: String) {
    holidayPlaces(country: $country, state: $state) {
      code
      name
    }
  }
`);

export const HolidaysOfYears = graphql(`
  query HolidaysOfYears($country: String!, $state: String, $region: String, $year: Int!, $next: Int!) {
    thisYear: holidays(country: $country, state: $state, region: $region, year: $year) {
      ...Holiday
    }
    nextYear: holidays(country: $country, state: $state, region: $region, year: $next) {
      ...Holiday
    }
  }
`);

export const HolidayFields = graphql(`
  fragment Holiday on Holiday {
    date
    name
    closedFromMinute
  }
`);

export const PutCalendar = graphql(`
  mutation PutCalendar($input: PutBusinessCalendarInput!) {
    putBusinessCalendar(input: $input) {
      calendar {
        ...Calendar
      }
    }
  }
`);

export const RemoveCalendar = graphql(`
  mutation RemoveCalendar($input: RemoveBusinessCalendarInput!) {
    removeBusinessCalendar(input: $input) {
      removedKey
    }
  }
`);
