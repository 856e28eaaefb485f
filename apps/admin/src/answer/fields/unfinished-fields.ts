import { createContext, useContext, useEffect } from 'react';

/** Ids of the fields whose input is no answer yet: text that is not JSON, a file on its way. */
export const UnfinishedFields = createContext(new Set<string>());

/** Keeps the form from being sent while a field is unfinished. */
export function useUnfinished(id: string, unfinished: boolean): void {
  const fields = useContext(UnfinishedFields);
  useEffect(() => {
    if (!unfinished) return;
    fields.add(id);
    return () => void fields.delete(id);
  }, [fields, id, unfinished]);
}
