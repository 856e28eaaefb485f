import { graphql } from '../../generated';

export const PreferenceParts = graphql(`
  fragment PreferenceParts on NotificationPreferences {
    channels {
      name
      defaultDelaySeconds
      delaySeconds
      addressed
      connectsBy
    }
    preferences {
      kind
      channel
      mode
      delaySeconds
      chosen
      locked
    }
    hours {
      timeZone
      quietFrom
      quietUntil
      quietWeekends
      digestAt
      quietCalendar
      language
    }
    exceptions {
      subjectKind
      subject
      subjectName
      kind
      channel
      mode
    }
  }
`);

export const NotificationPreferences = graphql(`
  query NotificationPreferences {
    notificationPreferences {
      ...PreferenceParts
    }
  }
`);

export const SetNotificationPreferences = graphql(`
  mutation SetNotificationPreferences($input: SetNotificationPreferencesInput!) {
    setNotificationPreferences(input: $input) {
      notificationPreferences {
        ...PreferenceParts
      }
    }
  }
`);

export const SetNotificationHours = graphql(`
  mutation SetNotificationHours($input: SetNotificationHoursInput!) {
    setNotificationHours(input: $input) {
      notificationPreferences {
        ...PreferenceParts
      }
    }
  }
`);

export const SetNotificationLanguage = graphql(`
  mutation SetNotificationLanguage($input: SetNotificationLanguageInput!) {
    setNotificationLanguage(input: $input) {
      notificationPreferences {
        ...PreferenceParts
      }
    }
  }
`);

export const SetNotificationExceptions = graphql(`
  mutation SetNotificationExceptions($input: SetNotificationExceptionsInput!) {
    setNotificationExceptions(input: $input) {
      notificationPreferences {
        ...PreferenceParts
      }
    }
  }
`);

export const ExceptionSubjects = graphql(`
  query ExceptionSubjects {
    notificationExceptionSubjects {
      kind
      subject
      name
    }
  }
`);

export const QuietCalendars = graphql(`
  query QuietCalendars {
    businessCalendars {
      key
      name
      zone
      isDefault
    }
  }
`);

export const NotificationDefaults = graphql(`
  query NotificationDefaults {
    notificationDefaults {
      kind
      channel
      mode
      delaySeconds
      locked
      changed
    }
  }
`);

export const SetNotificationDefaults = graphql(`
  mutation SetNotificationDefaults($input: SetNotificationDefaultsInput!) {
    setNotificationDefaults(input: $input) {
      notificationDefaults {
        kind
        channel
        mode
        delaySeconds
        locked
        changed
      }
    }
  }
`);
