import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { readApiError } from '../errors/api-error';
import { ErrorText } from '../errors/error-text';
import type { PreviewMessageTemplateInput } from '../generated/graphql';
import { TemplatePreview } from './template-operations';
import { dressed, undressed } from './undressed';
import classes from './message-templates.module.css';

/** What the template comes to, a moment after each change. */
export function TemplatePreviewFrame({ request }: { request: PreviewMessageTemplateInput }) {
  const [key] = useDebouncedValue(JSON.stringify(request), 400);
  const input = useMemo(() => JSON.parse(key) as PreviewMessageTemplateInput, [key]);
  const { data, previousData, error } = useQuery(TemplatePreview, {
    variables: { input },
    fetchPolicy: 'no-cache',
  });
  const shown = (data ?? previousData)?.messagePreview;
  const page = useMemo(() => undressed(shown?.html ?? ''), [shown?.html]);
  return (
    <div aria-label="Preview" role="group">
      <Text size="sm" fw={600} aria-live="polite">
        {error ? 'This cannot be sent' : (shown?.subject ?? 'Preview')}
      </Text>
      {error && <ErrorText>{readApiError(error).message}</ErrorText>}
      {!error && (
        <iframe
          className={classes.frame}
          title="Preview of the mail"
          // No scripts, no forms, no way out; the same origin, so that this page may put the styles in.
          sandbox="allow-same-origin"
          srcDoc={page.html}
          onLoad={({ currentTarget }) => dressed(currentTarget, page)}
        />
      )}
    </div>
  );
}
