import { useMutation } from '@apollo/client/react';
import { Select } from '@mantine/core';
import type { TemplatePartsFragment } from '../generated/graphql';
import { languageChoices } from '../notifications/language.words';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { SetDefaultLanguage } from './template-operations';

/** In which language people are told who have not chosen. */
export function DefaultLanguage({ saved, onSaved }: { saved: TemplatePartsFragment; onSaved: () => void }) {
  const edit = useEdit({ language: saved.defaultLanguage });
  const save = useSave();
  const [set] = useMutation(SetDefaultLanguage);
  const submit = async (): Promise<void> => {
    const { language } = edit.draft;
    if (!(await save.run(() => set({ variables: { input: { language } } }), 'The language is saved.')))
      return;
    edit.discard();
    onSaved();
  };
  return (
    <Section
      title="Language of the workspace"
      description="Of people who have not chosen one. The sentences are built in for English and German; for another, write a template."
    >
      <Select
        label="Language of the workspace"
        maw={320}
        searchable
        allowDeselect={false}
        data={languageChoices(saved.languages)}
        value={edit.draft.language}
        onChange={(language) => language !== null && edit.change({ language })}
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
