import '@fontsource-variable/ibm-plex-sans';
import '@mantine/core/styles.css';
import './app/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchActivity } from './app/activity';
import { App } from './app/app';
import { shareStyleNonce } from './app/style-nonce';
import { followFocus } from './interface/person-focus';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root element');

shareStyleNonce();
followFocus();
watchActivity();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
