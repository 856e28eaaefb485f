import { graphql } from '../generated';

export const SignInSettingsFields = graphql(`
  fragment SignInSettingsParts on SignInSettings {
    ssoOnly
    breakGlassUserId
    idleMinutes
    longestHours
  }
`);

export const SignInSettingsQuery = graphql(`
  query SignInSettings {
    signInSettings {
      ...SignInSettingsParts
    }
  }
`);

export const SetSignInSettings = graphql(`
  mutation SetSignInSettings($input: SetSignInSettingsInput!) {
    setSignInSettings(input: $input) {
      settings {
        ...SignInSettingsParts
      }
    }
  }
`);
