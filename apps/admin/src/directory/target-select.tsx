import { MultiSelect, Select, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Target, withChosen } from './targets';
import { type TargetSearch, useTargetSearch } from './use-target-search';

interface TargetOption {
  option: { value: string; label: string; hint?: string };
}

interface CommonProps {
  label: string;
  /** Groups can be chosen as well as people. */
  withGroups: boolean;
  description?: string;
  required?: boolean;
}

export interface TargetSelectProps extends CommonProps {
  value: Target | null;
  onChange: (target: Target | null) => void;
  clearable?: boolean;
}

/** A person or a group, found by a part of the name. */
export function TargetSelect({ value, onChange, withGroups, ...rest }: TargetSelectProps) {
  const [text, setText] = useState('');
  const search = useTargetSearch(text === value?.label ? '' : text, withGroups);
  const options = optionsOf(search, withGroups, value ? [value] : []);
  const all = [...search.people, ...search.groups, ...(value ? [value] : [])];
  return (
    <Select
      {...rest}
      data-autofocus
      searchable
      nothingFoundMessage={nothingWords(search)}
      placeholder={withGroups ? 'Type a name of a person or group' : 'Type a name'}
      data={options}
      value={value?.value ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(chosen) => onChange(all.find((target) => target.value === chosen) ?? null)}
      // The server has searched already.
      filter={({ options: found }) => found}
      renderOption={renderTarget}
      withScrollArea={false}
      styles={{ options: { maxHeight: 240, overflowY: 'auto' } }}
    />
  );
}

export interface TargetMultiSelectProps extends CommonProps {
  value: Target[];
  onChange: (targets: Target[]) => void;
}

/** Several people and groups. */
export function TargetMultiSelect({ value, onChange, withGroups, ...rest }: TargetMultiSelectProps) {
  const [text, setText] = useState('');
  const search = useTargetSearch(text, withGroups);
  const all = withChosen([...search.people, ...search.groups], value);
  return (
    <MultiSelect
      {...rest}
      data-autofocus
      searchable
      maxValues={200}
      nothingFoundMessage={nothingWords(search)}
      placeholder="Type a name of a person or group"
      data={optionsOf(search, withGroups, value)}
      value={value.map((target) => target.value)}
      searchValue={text}
      onSearchChange={setText}
      onChange={(chosen) => onChange(all.filter((target) => chosen.includes(target.value)))}
      filter={({ options: found }) => found}
      renderOption={renderTarget}
      withScrollArea={false}
      styles={{ options: { maxHeight: 240, overflowY: 'auto' } }}
    />
  );
}

function optionsOf({ people, groups }: TargetSearch, withGroups: boolean, chosen: readonly Target[]) {
  if (!withGroups) return withChosen(people, chosen);
  const isPerson = ({ value }: Target): boolean => value.startsWith('user:');
  return [
    {
      group: 'Groups',
      items: withChosen(
        groups,
        chosen.filter((target) => !isPerson(target)),
      ),
    },
    { group: 'People', items: withChosen(people, chosen.filter(isPerson)) },
  ];
}

function nothingWords({ loading, failed }: TargetSearch): string {
  if (loading) return 'Searching…';
  return failed ? 'The search did not work. Type again.' : 'Nobody has this name.';
}

function renderTarget({ option }: TargetOption): ReactNode {
  return (
    <div>
      <Text size="sm">{option.label}</Text>
      <Text size="xs" c="dimmed">
        {option.hint}
      </Text>
    </div>
  );
}
