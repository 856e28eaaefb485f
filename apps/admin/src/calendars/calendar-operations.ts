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
