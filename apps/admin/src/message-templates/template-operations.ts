import { graphql } from '../generated';

export const TemplateParts = graphql(`
  fragment TemplateParts on MessageTemplates {
    templates {
      channel
      kind
      language
      subject
      body
      updatedAt
      updatedByName
      canUndo
      problem
      problemAt
    }
    builtIn {
      channel
      subject
      body
    }
    languages
    defaultLanguage
  }
`);

export const MessageTemplates = graphql(`
  query MessageTemplates {
    messageTemplates {
      ...TemplateParts
    }
  }
`);

export const TemplateVariables = graphql(`
  query TemplateVariables($kind: String!, $language: String!) {
    messageTemplateVariables(kind: $kind, language: $language) {
      name
      meaning
      example
    }
  }
`);

export const TemplatePreview = graphql(`
  query TemplatePreview($input: PreviewMessageTemplateInput!) {
    messagePreview(input: $input) {
      subject
      html
    }
  }
`);

export const SaveTemplate = graphql(`
  mutation SaveTemplate($input: SaveMessageTemplateInput!) {
    saveMessageTemplate(input: $input) {
      messageTemplates {
        ...TemplateParts
      }
    }
  }
`);

export const UndoTemplate = graphql(`
  mutation UndoTemplate($input: MessageTemplateKeyInput!) {
    undoMessageTemplate(input: $input) {
      messageTemplates {
        ...TemplateParts
      }
    }
  }
`);

export const ResetTemplate = graphql(`
  mutation ResetTemplate($input: MessageTemplateKeyInput!) {
    resetMessageTemplate(input: $input) {
      messageTemplates {
        ...TemplateParts
      }
    }
  }
`);

export const SendTest = graphql(`
  mutation SendTest($input: PreviewMessageTemplateInput!) {
    sendTestMessage(input: $input) {
      sentTo
    }
  }
`);

export const SetDefaultLanguage = graphql(`
  mutation SetDefaultLanguage($input: SetDefaultLanguageInput!) {
    setDefaultNotificationLanguage(input: $input) {
      messageTemplates {
        ...TemplateParts
      }
    }
  }
`);
