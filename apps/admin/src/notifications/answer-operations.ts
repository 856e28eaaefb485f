import { graphql } from '../generated';

export const AnswerSettings = graphql(`
  query AnswerSettings {
    answerSettings {
      byMail
      byReply
      guests
    }
  }
`);

export const SetAnswerSettings = graphql(`
  mutation SetAnswerSettings($input: SetAnswerSettingsInput!) {
    setAnswerSettings(input: $input) {
      settings {
        byMail
        byReply
        guests
      }
    }
  }
`);
