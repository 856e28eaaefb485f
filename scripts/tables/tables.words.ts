/** For each lib that has migrations: its tables, and what one row of each is. */
export const TABLES_OF: Record<string, Record<string, string>> = {
  tenancy: {
    tenants: 'One customer of the installation, who sees no rows but their own.',
    users: 'A person: e-mail address, role, hash of the password, capacity.',
    groups:
      'A team with a queue, the strategy by which it hands out tasks, its calendar and escalation chain.',
    group_members: 'A person in a group, as member or supervisor, and when their turn was.',
    user_skills: 'One skill of a person.',
    absences: 'When a person is away, and who stands in for them.',
    business_calendars: 'Working hours, holidays and other closed or open days.',
    service_principals: 'A program that has API keys, such as an agent.',
    api_keys:
      'A key of a program: its hash, scopes, allowed addresses and end, and the key that replaced it.',
    api_key_uses: 'How often a key was used from one address on one day.',
    scim_connections:
      'A directory that provisions people and groups over SCIM: its name, and when it was used last.',
    scim_tokens: 'A token of such a directory: its hash, and when it ends.',
    scim_role_mappings: 'The role that people of a group of the directory have.',
    audit_events: 'What somebody did in a tenant: who, when, from where, with what, and to what.',
    audit_checkpoints: 'How far the audit log of a tenant is sealed, signed.',
    evidence_keys: 'A public key that this installation has signed with.',
    data_keys: 'A version of the key that seals the sensitive values of a tenant, wrapped.',
    rate_limits: 'How many requests of one program, person or address were counted in this minute.',
    agent_sessions: 'A session of an agent: what its client can do, and what it wants to be told of.',
    sessions: 'A person who is signed in: the hash of the token, and when it ends.',
    one_time_links: 'A link that lets a person in once: the hash of its token, and when it ends.',
    totp_factors: "The sealed secret of a person's authenticator app.",
    passkeys: 'A passkey of a person: its public key, counter and name.',
    recovery_codes: 'A code that lets somebody in once who has lost their second factor; its hash.',
    sign_in_steps:
      'A sign-in that waits for its next step, for five minutes, or fifteen at a directory. Has a tenant once one is known.',
    sso_connections: 'A directory by which people sign in: its settings, sealed secret and rules.',
    sso_domains: 'An e-mail domain, whether it is proved, and the connection that speaks for it.',
    external_identities: 'The person that an account of a directory is.',
    sso_spent_messages: 'The hash of a message of a directory that counts once.',
    saml_keys:
      'A key pair that signs requests to a SAML directory and opens what it encrypts; its private key is sealed.',
    sso_tests: 'A round trip to a directory that signed nobody in, and what came of it.',
    mails: 'A sealed mail that waits to be sent.',
    tenant_usage: 'How much a tenant has of what is limited, in parts that are added up.',
    tenant_receipts: 'That a tenant was deleted: when, by whom, how much, and the digest of this.',
    sign_in_failures: 'How often a sign-in failed lately, for one account or one address.',
  },
  tasks: {
    tasks: 'A task: its state, who holds it, when it is due, and the workflow that waits for it.',
    task_candidates:
      'A user or group who may claim a task, a user who never may, or one who asked for it; repeats what inboxes sort by.',
    task_payloads: 'The form, context, answer or payload for approval of a task, apart from everything else.',
    task_secrets:
      'The sensitive values of a context or an answer, sealed; the payload has a mask in their place.',
    task_decisions: 'What one person or program decided, or voted in one round.',
    task_events:
      'A line in the history of a task, which it names without a foreign key. Partitioned by time.',
    task_steps: 'A step of the escalation chain of a task, with the moment at which it is due.',
    task_operations: 'The answer to a command with an `operationId`, for those that repeat it.',
    outbox: 'What a workflow is told of its task, whether it has arrived, and how often that was tried.',
    task_search: 'The words of a task, for full text search.',
    task_comments: 'A comment on a task, in its latest version.',
    task_comment_versions: 'An earlier text of a comment.',
    task_drafts: 'What a person has filled in and not yet sent.',
    task_attachments: 'A file of a task; its content lies in the file storage.',
    stray_files: 'A stored file that belongs to no attachment, until it is removed.',
    task_views: 'When a person saw a task first and last, and the digest of what they were shown.',
    tool_requests: 'The tool calls of one turn of an agent, and the task that asks people about them.',
    tool_calls: 'One tool call of such a request, and what was decided about it.',
    tool_call_payloads: 'The arguments of a tool call, and what people and the agent wrote about it.',
    standing_rules: 'Similar tool calls that somebody has allowed for a while.',
  },
  workflows: {
    workflow_definitions: 'A workflow that some worker offers: its name, schemas and queue.',
    workflow_executions: 'A workflow that was started: by whom, with what input, and how it ended.',
    workflow_queues: 'A task queue of open executions that no worker polls.',
    reconciler_state: 'How far the reconciler has come with one of its walks.',
  },
  conversations: {
    conversations: 'A dialogue, with its participants and the sum of its tokens.',
    messages: 'A message: who spoke when, numbered without a gap.',
    message_payloads: 'What a message says, apart from everything else.',
    message_appends: 'The messages that an append with an `operationId` made, for those that repeat it.',
  },
  privacy: {
    legal_holds:
      'That nothing of a task, or of the whole tenant, may be erased: by whom, why and until when.',
    person_erasures: 'That a person was asked to be erased, and how far it has come.',
  },
  notifications: {
    task_guests:
      'A person without an account who was invited to a task: what they may do there, hashes of their link and session, and when it ends.',
    answer_attempts:
      'A click or message by which somebody answered from outside the app: who, when, how it was proved, and what came of it.',
    notification_events:
      'Something that people may be told of, until the worker has found out whom. Written by triggers with what happened.',
    notifications: 'What a person was told in the app, and whether they have read it.',
    notification_addresses:
      'Where a channel reaches a person: an account of a chat, a browser, a phone; what it needs for that is sealed.',
    notification_deliveries:
      'What a person is told by another channel, such as e-mail: when, how often it was tried, and what came of it.',
    chat_installations: 'What a workspace has connected of Slack or Teams, with its secrets sealed.',
    chat_link_requests:
      'An account of a chat that wants to be linked, until somebody signs in and confirms it.',
    chat_messages: 'A message in a chat that tells one person of a task, to be changed when the task does.',
    notification_preferences: 'How a person wants to be told of one kind of thing by one channel.',
    notification_settings: 'Time zone, language, quiet hours and hour of the digest of a person.',
    notification_rules: 'What a person wants otherwise for one agent, type of task or workflow, or group.',
    notification_delays: 'How long a person has a channel wait.',
    notification_templates:
      'Words of a tenant’s own for what people are told, with the text before, and why they could not be used.',
    notification_languages: 'In which language people of a tenant are told who have not chosen.',
    notification_connect_codes:
      'A one-time code by which a person connects an account, as a hash, until it has expired.',
    notification_channel_states:
      'What a channel keeps for the installation as a whole, sealed, and until when a worker listens to it.',
    notification_defaults: 'How people are told who have not chosen, and whether they may choose.',
    webhook_endpoints: 'Where programs are told of what happens, of what, and whether it arrives there.',
    webhook_secrets: 'By which secrets the requests to an endpoint are signed; sealed.',
    webhook_deliveries: 'What an endpoint is told, in ids, and what it has answered.',
  },
};
