import { createBrowserRouter, Navigate } from 'react-router';
import { FatalErrorPage } from './fatal-error.page';
import { PageLoader } from '../interface/page-loader';

/** Every page is its own chunk, so the sign-in page does not carry Apollo or the form library. */
export const router = createBrowserRouter([
  {
    HydrateFallback: PageLoader,
    ErrorBoundary: FatalErrorPage,
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('../auth/sign-in.page')).SignInPage }),
      },
      {
        path: '/forgot-password',
        lazy: async () => ({
          Component: (await import('../auth/forgot-password.page')).ForgotPasswordPage,
        }),
      },
      {
        path: '/link',
        lazy: async () => ({ Component: (await import('../auth/link.page')).LinkPage }),
      },
      {
        path: '/',
        lazy: async () => ({ Component: (await import('./shell')).Shell }),
        children: [
          { index: true, element: <Navigate to="/inbox" replace /> },
          {
            path: 'inbox',
            lazy: async () => ({ Component: (await import('../inbox/inbox.page')).InboxPage }),
          },
          {
            path: 'tasks/:taskId',
            lazy: async () => ({ Component: (await import('../task/task.page')).TaskPage }),
          },
          {
            path: 'out-of-office',
            lazy: async () => ({
              Component: (await import('../absences/out-of-office.page')).OutOfOfficePage,
            }),
          },
          {
            path: 'notifications',
            lazy: async () => ({
              Component: (await import('../notifications/notifications.page')).NotificationsPage,
            }),
          },
          {
            path: 'security',
            lazy: async () => ({ Component: (await import('../account/security.page')).SecurityPage }),
          },
          {
            path: 'workspace/sign-in',
            lazy: async () => ({
              Component: (await import('../sign-in-settings/sign-in-settings.page')).SignInSettingsPage,
            }),
          },
          {
            path: 'team',
            lazy: async () => ({ Component: (await import('../team/team.page')).TeamPage }),
          },
          {
            path: 'team/:group',
            lazy: async () => ({ Component: (await import('../team/group.page')).GroupPage }),
          },
          {
            path: 'people/:userId',
            lazy: async () => ({ Component: (await import('../people/person.page')).PersonPage }),
          },
          {
            path: 'workspace',
            lazy: async () => ({ Component: (await import('../tenant/tenant.page')).TenantPage }),
          },
          {
            path: 'workspace/people',
            lazy: async () => ({ Component: (await import('../people/members/people.page')).PeoplePage }),
          },
          {
            path: 'workspace/groups',
            lazy: async () => ({ Component: (await import('../groups/groups.page')).GroupsPage }),
          },
          ...['workspace/calendars/new', 'workspace/calendars/edit/:key'].map((path) => ({
            path,
            lazy: async () => ({ Component: (await import('../calendars/calendar.page')).CalendarPage }),
          })),
          {
            path: 'workspace/keys',
            lazy: async () => ({ Component: (await import('../keys/keys.page')).KeysPage }),
          },
          {
            path: 'workspace/webhooks',
            lazy: async () => ({ Component: (await import('../webhooks/webhooks.page')).WebhooksPage }),
          },
          {
            path: 'workspace/webhooks/:endpointId',
            lazy: async () => ({ Component: (await import('../webhooks/webhook-log.page')).WebhookLogPage }),
          },
          {
            path: 'workspace/templates',
            lazy: async () => ({
              Component: (await import('../message-templates/message-templates.page')).MessageTemplatesPage,
            }),
          },
          {
            path: 'workspace/privacy',
            lazy: async () => ({ Component: (await import('../privacy/privacy.page')).PrivacyPage }),
          },
          {
            path: 'workspace/connections',
            lazy: async () => ({
              Component: (await import('../chat/connections.page')).ConnectionsPage,
            }),
          },
          {
            path: 'connect-chat',
            lazy: async () => ({ Component: (await import('../chat/connect-chat.page')).ConnectChatPage }),
          },
          {
            path: 'workspace/audit',
            lazy: async () => ({ Component: (await import('../audit/audit.page')).AuditPage }),
          },
          {
            path: 'permissions',
            lazy: async () => ({
              Component: (await import('../standing-rules/standing-rules.page')).StandingRulesPage,
            }),
          },
          {
            path: '*',
            lazy: async () => ({ Component: (await import('../interface/not-found.page')).NotFoundPage }),
          },
        ],
      },
    ],
  },
]);
