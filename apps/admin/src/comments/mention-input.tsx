import { Combobox, Text, Textarea, useCombobox } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTargetSearch } from '../directory/use-target-search';
import { type Mention, mentionAt, type MentionQuery, withMention } from './mentions';

export interface MentionInputProps {
  label: string;
  value: string;
  error: string | undefined;
  autoFocus?: boolean;
  onChange: (text: string) => void;
  onMention: (mention: Mention) => void;
}

const longest = 10_000;

/** A text in which `@` and a part of a name offers people; arrows and Enter choose, Escape goes on typing. */
export function MentionInput({ value, error, onChange, onMention, ...rest }: MentionInputProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const area = useRef<HTMLTextAreaElement>(null);
  const nextCaret = useRef<number | null>(null);
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const search = useTargetSearch(query?.text ?? '', false, query !== null);
  const people = query === null ? [] : search.people;

  useLayoutEffect(() => {
    if (nextCaret.current === null) return;
    area.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = null;
  }, [value]);

  const look = (text: string, caret: number): void => {
    const found = mentionAt(text, caret);
    setQuery(found);
    if (found === null) return combobox.closeDropdown();
    combobox.openDropdown();
  };
  const choose = (chosen: string): void => {
    const person = people.find((target) => target.value === chosen);
    if (!person || query === null) return;
    const mention = { id: person.value.replace('user:', ''), displayName: person.label };
    const written = withMention(value, query, mention);
    nextCaret.current = written.caret;
    onMention(mention);
    onChange(written.text);
    setQuery(null);
    combobox.closeDropdown();
  };
  const offering = query !== null && people.length > 0;
  const offered = people.map(({ value: person }) => person).join(' ');
  // The store is another object with each render, its functions are the same: only other people are another choice.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (offered !== '') selectFirstOption();
  }, [offered, selectFirstOption]);
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start">
      <Combobox.Target withKeyboardNavigation={offering}>
        <Textarea
          {...rest}
          ref={area}
          description="@ and a name speaks to somebody."
          error={error}
          value={value}
          maxLength={longest}
          autosize
          minRows={2}
          maxRows={14}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
            look(currentTarget.value, currentTarget.selectionStart);
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!offering}>
        <Combobox.Options aria-label="People" mah={220} style={{ overflowY: 'auto' }}>
          {people.map((person) => (
            <Combobox.Option key={person.value} value={person.value}>
              <Text size="sm">{person.label}</Text>
              <Text size="xs" c="dimmed">
                {person.hint}
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
