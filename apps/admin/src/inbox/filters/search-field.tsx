import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useShortcuts } from '../../interface/shortcuts';
import { useTyped } from '../../interface/use-typed';

/** Words of title, description and context; `/` goes there, Escape leaves. */
export function SearchField({ value, onChange }: { value: string; onChange: (text: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const typed = useTyped(value, onChange);
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label="Search tasks"
      placeholder="Search words in tasks"
      title='Whole words; "a phrase", or, -without'
      size="xs"
      flex="1 1 220px"
      maxLength={200}
      {...typed}
      onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed.value === '' ? (
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        ) : (
          <CloseButton size="xs" aria-label="Clear the search" onClick={() => onChange(null)} />
        )
      }
    />
  );
}
