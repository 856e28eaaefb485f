import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useViewer } from '../../viewer/viewer';
import { keepDevice } from './push-device';

/** For every page: push stays right in this browser, and a click on what it shows leads there. */
export function usePushDevice(): void {
  const client = useApolloClient();
  const { id } = useViewer();
  const navigate = useNavigate();
  useEffect(() => void keepDevice(client, id).catch(() => undefined), [client, id]);
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const open = ({ data }: MessageEvent<unknown>): void => {
      const { type, path } = (data ?? {}) as { type?: unknown; path?: unknown };
      if (type === 'open' && typeof path === 'string') void navigate(path);
    };
    navigator.serviceWorker.addEventListener('message', open);
    navigator.serviceWorker.startMessages();
    return () => navigator.serviceWorker.removeEventListener('message', open);
  }, [navigate]);
}
