import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import type { TemplatePartsFragment } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import { languageChoices } from '../notifications/language.words';
import { Section } from '../settings/section';
import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { DefaultLanguage } from './default-language';
import { OwnTemplates } from './own-templates';
import type { TemplateChoice } from './template-choice';
import { TemplateEditor } from './template-editor';
import { MessageTemplates, TemplateParts } from './template-operations';
import { kindChoices } from './template.words';
import classes from './message-templates.module.css';

/** The words of what people are told by mail, by kind and language. For administrators. */
export function MessageTemplatesPage() {
  return (
    <OnlyFor may={isAdmin}>
      <SettingsPage
        title="Message templates"
        intro="The words of the mails that tell people what happens. Where you have none of your own, the built-in ones go out."
        links={<SettingsLinks />}
      >
        <Templates />
      </SettingsPage>
    </OnlyFor>
  );
}

function Templates() {
  const { data, error, refetch } = useQuery(MessageTemplates, { fetchPolicy: 'cache-and-network' });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The templates could not be read" error={error} onRetry={reread} />;
  }
  return <Chosen saved={readFragment(TemplateParts, data.messageTemplates)} onChanged={reread} />;
}

function Chosen({ saved, onChanged }: { saved: TemplatePartsFragment; onChanged: () => void }) {
  const channel = saved.builtIn[0]?.channel ?? '';
  const [choice, setChoice] = useState<TemplateChoice>({
    channel,
    kind: '*',
    language: saved.defaultLanguage,
  });
  const own = saved.templates.find(
    (one) => one.channel === choice.channel && one.kind === choice.kind && one.language === choice.language,
  );
  const builtIn = saved.builtIn.find((one) => one.channel === choice.channel);
  return (
    <>
      <DefaultLanguage saved={saved} onSaved={onChanged} />
      <OwnTemplates templates={saved.templates} onChoose={setChoice} />
      <Section
        title="Template"
        description="A template of one kind counts before the one for everything else, and one of the very language before that of a broader one."
      >
        <div className={classes.choice}>
          <Select
            label="Of what it tells"
            allowDeselect={false}
            data={kindChoices()}
            value={choice.kind}
            onChange={(kind) => kind !== null && setChoice({ ...choice, kind })}
          />
          <Select
            label="Language"
            allowDeselect={false}
            searchable
            data={languageChoices([...saved.languages, choice.language])}
            value={choice.language}
            onChange={(language) => language !== null && setChoice({ ...choice, language })}
          />
        </div>
        <TemplateEditor
          key={JSON.stringify(choice)}
          choice={choice}
          own={own}
          builtIn={{ subject: builtIn?.subject ?? '', body: builtIn?.body ?? '' }}
          onChanged={onChanged}
        />
      </Section>
    </>
  );
}
