import { NumberInput, Text } from '@mantine/core';
import { useNow } from '../../time/use-now';
import { daysIn, dueWords, type KindWords } from './retention.words';

export interface RetentionFieldProps {
  words: KindWords;
  value: number | string;
  error: string | undefined;
  onChange: (value: number | string) => void;
}

/** Days of one kind, what goes with them and what stays. */
export function RetentionField({ words, value, error, onChange }: RetentionFieldProps) {
  const due = dueWords(words, daysIn(value), useNow());
  return (
    <div>
      <NumberInput
        label={`${words.label}: days until they are erased`}
        description="1 to 3,650; empty: kept for ever."
        styles={{ wrapper: { maxWidth: 240 } }}
        allowDecimal={false}
        allowNegative={false}
        value={value}
        onChange={onChange}
        error={error}
      />
      <Text size="xs" c="dimmed" mt={6} maw={680}>
        Erased: {words.erased}. Stays as evidence: {words.stays}.
      </Text>
      <Text size="sm" mt={4}>
        {due === null ? 'Nothing of it is erased.' : `The next run erases: ${due}.`}
      </Text>
    </div>
  );
}
