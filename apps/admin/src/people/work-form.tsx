import { useMutation } from '@apollo/client/react';
import { NumberInput, Stack, TagsInput } from '@mantine/core';
import type { PersonFragment } from '../generated/graphql';
import { messagesBelow, messagesOf } from '../settings/field-messages';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { SetUserCapacity, SetUserSkills } from './person-operations';

/** What decides whether groups give somebody tasks. */
export function WorkForm({ person }: { person: PersonFragment }) {
  const saved = { skills: person.skills, capacity: person.capacity ?? ('' as number | string) };
  const edit = useEdit(saved);
  const save = useSave();
  const [setSkills] = useMutation(SetUserSkills);
  const [setCapacity] = useMutation(SetUserCapacity);
  const { draft, change } = edit;

  const send = async (): Promise<void> => {
    const user = person.user.id;
    const { skills, capacity } = draft;
    if (JSON.stringify(skills) !== JSON.stringify(saved.skills)) {
      await setSkills({ variables: { input: { user, skills } } });
    }
    if (capacity === saved.capacity) return;
    const limit = typeof capacity === 'number' ? capacity : null;
    await setCapacity({ variables: { input: { user, capacity: limit } } });
  };
  const submit = async (): Promise<void> => {
    if (await save.run(send, 'Skills and capacity are saved.')) edit.discard();
  };
  const discard = (): void => {
    save.forget();
    edit.discard();
  };
  return (
    <>
      <Section
        title="Skills and capacity"
        description="They count for tasks that groups hand out by themselves."
      >
        <Stack gap="md" maw={520}>
          <TagsInput
            label="Skills"
            description="A task may ask for them by name. Type one and press Enter."
            maxTags={50}
            splitChars={[',', ';']}
            acceptValueOnBlur
            value={draft.skills}
            onChange={(skills) => change({ skills: skills.map((skill) => skill.toLowerCase()) })}
            error={messagesBelow(save.refused)('/skills')}
          />
          <NumberInput
            label="Capacity"
            description="How many open tasks they may hold and still be given another. Empty: any number."
            styles={{ wrapper: { maxWidth: 240 } }}
            allowDecimal={false}
            min={0}
            value={draft.capacity}
            onChange={(capacity) => change({ capacity })}
            error={messagesOf(save.refused)('/capacity')}
          />
        </Stack>
      </Section>
      <SaveBar dirty={edit.dirty} save={save} onSave={() => void submit()} onDiscard={discard} />
    </>
  );
}
