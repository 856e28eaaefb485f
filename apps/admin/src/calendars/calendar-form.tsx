import { useMutation } from '@apollo/client/react';
import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { messagesBelow, messagesOf } from '../settings/field-messages';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { type CalendarDraft, keyOf, toInput } from './calendar-draft';
import { Calendars, PutCalendar } from './calendar-operations';
import { ClosedDates } from './closed-dates';
import { HolidayFields } from './holiday-fields';
import { HolidayList } from './holiday-list';
import { OpenDates } from './open-dates';
import { WeekFields } from './week-fields';

export interface CalendarFormProps {
  saved: CalendarDraft;
  isNew: boolean;
  takenKeys: readonly string[];
}

const zones = Intl.supportedValuesOf('timeZone');

/** Everything that a business calendar says. */
export function CalendarForm({ saved, isNew, takenKeys }: CalendarFormProps) {
  const { draft, dirty, change, discard } = useEdit(saved);
  const save = useSave();
  const navigate = useNavigate();
  const [put] = useMutation(PutCalendar, { refetchQueries: [Calendars] });
  const at = messagesOf(save.refused);
  const below = messagesBelow(save.refused);
  const isTaken = isNew && takenKeys.includes(draft.key);

  const submit = async (): Promise<void> => {
    // A key that is taken names another calendar, and saving would change that one.
    if (isTaken) return;
    if (!(await save.run(() => put({ variables: { input: toInput(draft) } }), `${draft.name} is saved.`)))
      return;
    // At once, or the guard against leaving would still find the saved changes unsaved.
    flushSync(discard);
    await navigate('/workspace');
  };
  const rename = (name: string): void => {
    const follows = isNew && draft.key === keyOf(draft.name);
    change({ name, ...(follows ? { key: keyOf(name) } : {}) });
  };
  return (
    <>
      <Section title="Name and time zone">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput
            label="Name"
            required
            maxLength={200}
            value={draft.name}
            onChange={(event) => rename(event.currentTarget.value)}
            error={at('/name')}
          />
          <TextInput
            label="Key"
            required
            maxLength={63}
            disabled={!isNew}
            value={draft.key}
            onChange={(event) => change({ key: event.currentTarget.value })}
            error={isTaken ? 'Another calendar has this key.' : at('/key')}
          />
          <Select
            label="Time zone"
            required
            searchable
            allowDeselect={false}
            data={zones.includes(draft.zone) ? zones : [draft.zone, ...zones]}
            value={draft.zone}
            onChange={(zone) => change({ zone: zone ?? draft.zone })}
            limit={60}
            error={at('/zone')}
          />
        </SimpleGrid>
      </Section>
      <Section
        title="Weekly hours"
        description="A night is written as two parts: until 24:00, and from 00:00."
      >
        <WeekFields
          week={draft.hours}
          onChange={(hours) => change({ hours })}
          errorAt={below}
          ownErrorAt={at}
        />
      </Section>
      <Section title="Public holidays" description="Nobody works on the public holidays of this place.">
        <HolidayFields draft={draft} onChange={change} errorAt={at} />
        {draft.country !== '' && (
          <HolidayList country={draft.country} state={draft.state} region={draft.region} />
        )}
      </Section>
      <Section
        title="Extra free days"
        description="Days on which nobody works besides, such as a day off for all."
      >
        <ClosedDates
          dates={draft.closedDates}
          onChange={(closedDates) => change({ closedDates })}
          errorAt={below}
          ownErrorAt={at}
        />
      </Section>
      <Section
        title="Days with hours of their own"
        description="They count whatever the week and the holidays say, such as a holiday on which people work."
      >
        <OpenDates
          dates={draft.openDates}
          onChange={(openDates) => change({ openDates })}
          errorAt={below}
          ownErrorAt={at}
        />
      </Section>
      <SaveBar
        dirty={dirty}
        save={save}
        onSave={() => void submit()}
        onDiscard={() => {
          save.forget();
          discard();
        }}
        label={isNew ? 'Create' : 'Save'}
      />
    </>
  );
}
