import { useMutation } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { languageChoices } from './language.words';
import { SetNotificationLanguage } from './preferences/preference-operations';

/** In which language the viewer is told by mail and other channels. */
export function LanguageForm({ saved }: { saved: string | null }) {
  const edit = useEdit({ language: saved });
  const save = useSave();
  const [set] = useMutation(SetNotificationLanguage);
  const { language } = edit.draft;
  const submit = async (): Promise<void> => {
    if (await save.run(() => set({ variables: { input: { language } } }), 'Your language is saved.'))
      edit.discard();
  };
  return (
    <Section title="Language" description="Of mails and other messages. The app itself is in English.">
      <Select
        label="Language of messages"
        maw={320}
        searchable
        allowDeselect={false}
        data={[
          { value: '', label: 'As the workspace has it' },
          ...languageChoices(language === null ? [] : [language]),
        ]}
        value={language ?? ''}
        onChange={(tag) => edit.change({ language: tag === '' ? null : tag })}
      />
      <SaveBar
        dirty={edit.dirty}
        save={save}
        onSave={() => void submit()}
        onDiscard={() => {
          save.forget();
          edit.discard();
        }}
      />
    </Section>
  );
}
