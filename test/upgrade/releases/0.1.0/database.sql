--
-- PostgreSQL database dump
--

\restrict nkWvkU8oPUJt9cOve5uPHp5o0NN79ITqWGY9fYnzKzGCrmlqtykV0sY2AOsLTrX

-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.6

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: begin_session_epoch(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_session_epoch() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
      BEGIN
        NEW.session_epoch := OLD.session_epoch + 1;
        RETURN NEW;
      END $$;


--
-- Name: follow_closing(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.follow_closing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      UPDATE task_candidates SET closed_at = NEW.closed_at
        WHERE tenant_id = NEW.tenant_id AND task_id = NEW.id AND closed_at IS DISTINCT FROM NEW.closed_at;
      UPDATE task_search SET open = (NEW.closed_at IS NULL), place = nextval('task_search_place')
        WHERE tenant_id = NEW.tenant_id AND task_id = NEW.id;
      RETURN NULL;
    END $$;


--
-- Name: index_task_words(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.index_task_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      INSERT INTO task_search (tenant_id, task_id, open, words)
      SELECT t.tenant_id, t.id, t.closed_at IS NULL, task_words(t.title, t.description, c.body)
      FROM (SELECT DISTINCT tenant_id, task_id FROM written WHERE kind IN ('form', 'context')) w
      JOIN tasks t ON t.tenant_id = w.tenant_id AND t.id = w.task_id
      LEFT JOIN task_payloads c ON c.tenant_id = t.tenant_id AND c.task_id = t.id AND c.kind = 'context'
        AND c.key_id IS NULL
      ON CONFLICT (tenant_id, task_id) DO UPDATE SET words = EXCLUDED.words, words_version = 2;
      RETURN NULL;
    END $$;


--
-- Name: place_task_candidate(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.place_task_candidate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      SELECT t.created_at, t.closed_at, t.quorum IS NOT NULL INTO NEW.created_at, NEW.closed_at, NEW.voting
      FROM tasks t WHERE t.tenant_id = NEW.tenant_id AND t.id = NEW.task_id;
      RETURN NEW;
    END $$;


--
-- Name: search_tasks(text, boolean, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_tasks(query text, want_open boolean, most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    DECLARE
      tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
      wanted tsquery := public.task_query(query);
      -- What the index can tell: neither where words stand, nor which are missing. 'T' is every task.
      indexed text := regexp_replace(querytree(wanted), '<(-|[0-9]+)>', '&', 'g');
      look_closer boolean := indexed <> wanted::text;
      ceiling bigint := 9223372036854775807;
      newest bigint;
      ids uuid[];
      looked_at integer;
      left_to_see integer := CASE WHEN look_closer THEN 10000 ELSE most END;
    BEGIN
      IF tenant IS NULL OR indexed IN ('', 'T') THEN RETURN; END IF;
      WHILE most > 0 AND left_to_see > 0 LOOP
        SELECT s.place INTO newest FROM public.task_search s
          WHERE s.tenant_id = tenant AND s.open = want_open AND s.place < ceiling ORDER BY s.place DESC LIMIT 1;
        EXIT WHEN NOT FOUND;
        SELECT array_agg(c.task_id) FILTER (WHERE c.fits), count(*) INTO ids, looked_at
          FROM (SELECT s.task_id, NOT look_closer OR s.words @@ wanted AS fits FROM public.task_search s
                WHERE s.words @@ indexed::tsquery
                  AND public.task_search_bucket(s.tenant_id, s.open, s.place)
                      @> public.task_search_bucket(tenant, want_open, newest)
                ORDER BY s.place DESC LIMIT left_to_see) c;
        RETURN QUERY SELECT unnest(ids[:most]);
        most := most - coalesce(cardinality(ids), 0);
        left_to_see := left_to_see - looked_at;
        ceiling := (newest >> 14) << 14;
      END LOOP;
    END $$;


--
-- Name: task_query(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.task_query(query text) RETURNS tsquery
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT websearch_to_tsquery('simple'::regconfig, coalesce(string_agg(
      CASE WHEN lower(p.bare) = 'or' THEN 'or' ELSE p.sign || '"' || p.text || '"' END, ' ' ORDER BY p.nth), ''))
    FROM (
      SELECT nth, part[3] AS bare, CASE WHEN part[1] = '-' OR part[3] LIKE '-%' THEN '-' ELSE '' END AS sign,
             public.task_search_text(coalesce(part[2], part[3])) AS text
      FROM regexp_matches(normalize(query, NFKC), '(-?)"([^"]*)"?|([^\s"]+)', 'g') WITH ORDINALITY AS r (part, nth)) p
    WHERE p.text ~ '\S' $$;


--
-- Name: task_search_bucket(uuid, boolean, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.task_search_bucket(tenant_id uuid, open boolean, place bigint) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
      SELECT ARRAY[tenant_id::text || CASE WHEN open THEN '/open/' ELSE '/closed/' END || (place >> 14)::text] $$;


--
-- Name: task_search_text(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.task_search_text(written text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT regexp_replace(
      regexp_replace(normalize(written, NFKC), '[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]', '', 'g'),
      '[!-/:-@\[-`{-~\u0080-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u2010-\u206F\u3001-\u3004\u3008-\u3020\u3030]+',
      ' ', 'g') $$;


--
-- Name: task_words(text, text, json); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.task_words(title text, description text, context json) RETURNS tsvector
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT task_words(title, description, context::jsonb) $$;


--
-- Name: task_words(text, text, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.task_words(title text, description text, context jsonb) RETURNS tsvector
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
      SELECT to_tsvector('simple'::regconfig, task_search_text(concat_ws(' ', left(title, 500), left(description, 10000), left((
        SELECT string_agg(v #>> '{}', ' ') FROM jsonb_path_query(context, 'strict $.**{0 to 10}') v
        WHERE jsonb_typeof(v) IN ('string', 'number')), 20000)))) $_$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: absences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.absences (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    substitute_id uuid,
    created_by_kind text NOT NULL,
    created_by_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT absences_check CHECK ((ends_at > starts_at)),
    CONSTRAINT absences_check1 CHECK ((substitute_id <> user_id)),
    CONSTRAINT absences_created_by_kind_check CHECK ((created_by_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text])))
);

ALTER TABLE ONLY public.absences FORCE ROW LEVEL SECURITY;


--
-- Name: agent_sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.agent_sessions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    principal_id uuid NOT NULL,
    client jsonb NOT NULL,
    watched text[] DEFAULT '{}'::text[] NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.agent_sessions FORCE ROW LEVEL SECURITY;


--
-- Name: api_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_keys (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    service_principal_id uuid NOT NULL,
    prefix text NOT NULL,
    key_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone
);

ALTER TABLE ONLY public.api_keys FORCE ROW LEVEL SECURITY;


--
-- Name: assignment_turns; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.assignment_turns
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: business_calendars; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.business_calendars (
    tenant_id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    zone text NOT NULL,
    hours jsonb NOT NULL,
    holidays jsonb,
    closed_dates jsonb NOT NULL,
    open_dates jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT business_calendars_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{0,62}$'::text))
);

ALTER TABLE ONLY public.business_calendars FORCE ROW LEVEL SECURITY;


--
-- Name: conversations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.conversations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    request_key text NOT NULL,
    spec_digest bytea NOT NULL,
    channel text NOT NULL,
    title text,
    status text DEFAULT 'open'::text NOT NULL,
    participants jsonb NOT NULL,
    metadata jsonb NOT NULL,
    created_by_kind text NOT NULL,
    created_by_id text NOT NULL,
    created_by_name text NOT NULL,
    message_count integer DEFAULT 0 NOT NULL,
    input_tokens bigint DEFAULT 0 NOT NULL,
    output_tokens bigint DEFAULT 0 NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT conversations_channel_check CHECK ((channel = ANY (ARRAY['chat'::text, 'email'::text, 'voice'::text, 'sms'::text, 'web'::text, 'other'::text]))),
    CONSTRAINT conversations_check CHECK (((closed_at IS NULL) = (status = 'open'::text))),
    CONSTRAINT conversations_created_by_kind_check CHECK ((created_by_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text]))),
    CONSTRAINT conversations_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text]))),
    CONSTRAINT conversations_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 500)))
);

ALTER TABLE ONLY public.conversations FORCE ROW LEVEL SECURITY;


--
-- Name: group_members; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.group_members (
    tenant_id uuid NOT NULL,
    group_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text DEFAULT 'member'::text NOT NULL,
    last_turn bigint,
    CONSTRAINT group_members_role_check CHECK ((role = ANY (ARRAY['member'::text, 'supervisor'::text])))
);

ALTER TABLE ONLY public.group_members FORCE ROW LEVEL SECURITY;


--
-- Name: groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.groups (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    calendar_key text,
    strategy text DEFAULT 'manual'::text NOT NULL,
    escalation_chain jsonb,
    CONSTRAINT groups_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT groups_strategy_check CHECK ((strategy = ANY (ARRAY['manual'::text, 'round-robin'::text, 'least-loaded'::text])))
);

ALTER TABLE ONLY public.groups FORCE ROW LEVEL SECURITY;


--
-- Name: message_appends; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message_appends (
    tenant_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    principal_id text NOT NULL,
    operation_id text NOT NULL,
    request_digest bytea NOT NULL,
    first_number integer NOT NULL,
    last_number integer NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.message_appends FORCE ROW LEVEL SECURITY;


--
-- Name: message_payloads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message_payloads (
    tenant_id uuid NOT NULL,
    message_id uuid NOT NULL,
    body jsonb NOT NULL,
    digest bytea NOT NULL,
    key_id text,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.message_payloads FORCE ROW LEVEL SECURITY;


--
-- Name: messages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.messages (
    tenant_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    role text NOT NULL,
    author text,
    recorded_by_kind text NOT NULL,
    recorded_by_id text NOT NULL,
    recorded_by_name text NOT NULL,
    input_tokens integer,
    output_tokens integer,
    model text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT messages_author_check CHECK (((char_length(author) >= 1) AND (char_length(author) <= 200))),
    CONSTRAINT messages_check CHECK (((input_tokens IS NULL) = (output_tokens IS NULL))),
    CONSTRAINT messages_input_tokens_check CHECK ((input_tokens >= 0)),
    CONSTRAINT messages_model_check CHECK (((char_length(model) >= 1) AND (char_length(model) <= 200))),
    CONSTRAINT messages_number_check CHECK ((number > 0)),
    CONSTRAINT messages_output_tokens_check CHECK ((output_tokens >= 0)),
    CONSTRAINT messages_recorded_by_kind_check CHECK ((recorded_by_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text]))),
    CONSTRAINT messages_role_check CHECK ((role = ANY (ARRAY['user'::text, 'assistant'::text, 'system'::text, 'tool'::text, 'operator'::text])))
);

ALTER TABLE ONLY public.messages FORCE ROW LEVEL SECURITY;


--
-- Name: migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migrations (
    id integer NOT NULL,
    "timestamp" bigint NOT NULL,
    name character varying NOT NULL
);


--
-- Name: migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: migrations_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.migrations_id_seq OWNED BY public.migrations.id;


--
-- Name: outbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outbox (
    id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    kind text NOT NULL,
    workflow_id text NOT NULL,
    correlation_id text NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    available_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    replays smallint DEFAULT 0 NOT NULL,
    CONSTRAINT outbox_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'moot'::text, 'dead'::text])))
);

ALTER TABLE ONLY public.outbox FORCE ROW LEVEL SECURITY;


--
-- Name: reconciler_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reconciler_state (
    name text NOT NULL,
    reached_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.reconciler_state FORCE ROW LEVEL SECURITY;


--
-- Name: service_principals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.service_principals (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.service_principals FORCE ROW LEVEL SECURITY;


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    token_hash bytea NOT NULL,
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    epoch integer DEFAULT 0 NOT NULL
);

ALTER TABLE ONLY public.sessions FORCE ROW LEVEL SECURITY;


--
-- Name: sign_in_failures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_failures (
    subject bytea NOT NULL,
    failures integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.sign_in_failures FORCE ROW LEVEL SECURITY;


--
-- Name: standing_rules; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standing_rules (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    agent_id text NOT NULL,
    agent_name text NOT NULL,
    tool text NOT NULL,
    argument_names text[] NOT NULL,
    arguments_digest bytea NOT NULL,
    risk text NOT NULL,
    task_id uuid NOT NULL,
    request_id uuid NOT NULL,
    call_id text NOT NULL,
    group_ids uuid[] NOT NULL,
    granted_by_id uuid NOT NULL,
    granted_by_name text NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_by_id uuid,
    revoked_by_name text,
    revoked_at timestamp with time zone,
    use_count integer DEFAULT 0 NOT NULL,
    last_used_at timestamp with time zone,
    CONSTRAINT standing_rules_check CHECK (((expires_at > granted_at) AND (expires_at <= (granted_at + '2160:00:00'::interval)))),
    CONSTRAINT standing_rules_check1 CHECK (((revoked_at IS NULL) = (revoked_by_id IS NULL))),
    CONSTRAINT standing_rules_risk_check CHECK ((risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))
);

ALTER TABLE ONLY public.standing_rules FORCE ROW LEVEL SECURITY;


--
-- Name: stray_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stray_files (
    tenant_id uuid NOT NULL,
    file_key text NOT NULL,
    noted_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.stray_files FORCE ROW LEVEL SECURITY;


--
-- Name: task_attachments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_attachments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    name text NOT NULL,
    content_type text NOT NULL,
    size integer NOT NULL,
    digest bytea NOT NULL,
    file_key text NOT NULL,
    uploaded_by_kind text NOT NULL,
    uploaded_by_id text NOT NULL,
    uploaded_by_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT task_attachments_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 255))),
    CONSTRAINT task_attachments_size_check CHECK ((size > 0)),
    CONSTRAINT task_attachments_uploaded_by_kind_check CHECK ((uploaded_by_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text])))
);

ALTER TABLE ONLY public.task_attachments FORCE ROW LEVEL SECURITY;


--
-- Name: task_candidates; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_candidates (
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    principal_kind text NOT NULL,
    principal_id uuid NOT NULL,
    role text DEFAULT 'candidate'::text NOT NULL,
    claimable boolean NOT NULL,
    open boolean DEFAULT true NOT NULL,
    due_at timestamp with time zone NOT NULL,
    rank smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    voting boolean NOT NULL,
    CONSTRAINT task_candidates_principal_kind_check CHECK ((principal_kind = ANY (ARRAY['user'::text, 'group'::text]))),
    CONSTRAINT task_candidates_role_check CHECK ((role = ANY (ARRAY['candidate'::text, 'excluded'::text])))
);

ALTER TABLE ONLY public.task_candidates FORCE ROW LEVEL SECURITY;


--
-- Name: task_comment_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_comment_versions (
    tenant_id uuid NOT NULL,
    comment_id uuid NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    mentions uuid[] NOT NULL,
    written_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.task_comment_versions FORCE ROW LEVEL SECURITY;


--
-- Name: task_comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_comments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    author_kind text NOT NULL,
    author_id text NOT NULL,
    author_name text NOT NULL,
    body text,
    mentions uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    operation_id text,
    request_digest bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    deleted_by_kind text,
    deleted_by_id text,
    deleted_by_name text,
    CONSTRAINT task_comments_author_kind_check CHECK ((author_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text]))),
    CONSTRAINT task_comments_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 10000))),
    CONSTRAINT task_comments_check CHECK (((body IS NULL) = (deleted_at IS NOT NULL))),
    CONSTRAINT task_comments_check1 CHECK (((deleted_at IS NULL) = (deleted_by_id IS NULL))),
    CONSTRAINT task_comments_deleted_by_kind_check CHECK ((deleted_by_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text])))
);

ALTER TABLE ONLY public.task_comments FORCE ROW LEVEL SECURITY;


--
-- Name: task_decisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_decisions (
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    voter_kind text NOT NULL,
    voter_id text NOT NULL,
    voter_name text NOT NULL,
    channel text NOT NULL,
    vote text NOT NULL,
    result_digest bytea,
    decided_at timestamp with time zone NOT NULL,
    round smallint DEFAULT 1 NOT NULL,
    reason text,
    payload_digest bytea,
    CONSTRAINT task_decisions_voter_kind_check CHECK ((voter_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text])))
);

ALTER TABLE ONLY public.task_decisions FORCE ROW LEVEL SECURITY;


--
-- Name: task_drafts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_drafts (
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    user_id uuid NOT NULL,
    data json,
    version integer NOT NULL,
    saved_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.task_drafts FORCE ROW LEVEL SECURITY;


--
-- Name: task_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    revision integer NOT NULL,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    channel text NOT NULL,
    changes jsonb DEFAULT '{}'::jsonb NOT NULL,
    correlation_id text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text,
    CONSTRAINT task_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text])))
)
PARTITION BY RANGE (at);

ALTER TABLE ONLY public.task_events FORCE ROW LEVEL SECURITY;


--
-- Name: task_events_rest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_events_rest (
    tenant_id uuid CONSTRAINT task_events_tenant_id_not_null NOT NULL,
    id uuid CONSTRAINT task_events_id_not_null NOT NULL,
    task_id uuid CONSTRAINT task_events_task_id_not_null NOT NULL,
    revision integer CONSTRAINT task_events_revision_not_null NOT NULL,
    kind text CONSTRAINT task_events_kind_not_null NOT NULL,
    actor_kind text CONSTRAINT task_events_actor_kind_not_null NOT NULL,
    actor_id text CONSTRAINT task_events_actor_id_not_null NOT NULL,
    actor_name text CONSTRAINT task_events_actor_name_not_null NOT NULL,
    channel text CONSTRAINT task_events_channel_not_null NOT NULL,
    changes jsonb DEFAULT '{}'::jsonb CONSTRAINT task_events_changes_not_null NOT NULL,
    correlation_id text CONSTRAINT task_events_correlation_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT task_events_at_not_null NOT NULL,
    note text,
    CONSTRAINT task_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text])))
);

ALTER TABLE ONLY public.task_events_rest FORCE ROW LEVEL SECURITY;


--
-- Name: task_operations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_operations (
    tenant_id uuid NOT NULL,
    principal_id text NOT NULL,
    operation_id text NOT NULL,
    request_digest bytea NOT NULL,
    answer jsonb,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.task_operations FORCE ROW LEVEL SECURITY;


--
-- Name: task_payloads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_payloads (
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    kind text NOT NULL,
    body json NOT NULL,
    digest bytea NOT NULL,
    key_id text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT task_payloads_kind_check CHECK (((kind = ANY (ARRAY['form'::text, 'context'::text, 'result'::text, 'approval'::text])) OR (kind ~ '^approval-[0-9]+$'::text)))
);

ALTER TABLE ONLY public.task_payloads FORCE ROW LEVEL SECURITY;


--
-- Name: task_search_place; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.task_search_place
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: task_search; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_search (
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    open boolean NOT NULL,
    place bigint DEFAULT nextval('public.task_search_place'::regclass) NOT NULL,
    words tsvector NOT NULL,
    words_version smallint DEFAULT 2 NOT NULL
);

ALTER TABLE ONLY public.task_search FORCE ROW LEVEL SECURITY;


--
-- Name: task_steps; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_steps (
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    "position" smallint NOT NULL,
    action text NOT NULL,
    at timestamp with time zone NOT NULL,
    calendar boolean NOT NULL,
    user_id uuid,
    group_id uuid,
    if_unclaimed boolean NOT NULL,
    message text,
    status text DEFAULT 'pending'::text NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT task_steps_action_check CHECK ((action = ANY (ARRAY['notify'::text, 'reassign'::text, 'escalate'::text, 'expire'::text, 'breach'::text]))),
    CONSTRAINT task_steps_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'done'::text, 'skipped'::text])))
);

ALTER TABLE ONLY public.task_steps FORCE ROW LEVEL SECURITY;


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    request_key text NOT NULL,
    spec_digest bytea NOT NULL,
    workflow_id text,
    run_id text,
    timer_workflow_id text,
    type text,
    title text NOT NULL,
    description text,
    status text NOT NULL,
    suspended_from text,
    outcome text,
    outcome_reason text,
    priority smallint DEFAULT 50 NOT NULL,
    rank smallint GENERATED ALWAYS AS ((100 - priority)) STORED NOT NULL,
    due_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    assignee_id uuid,
    owner_id uuid,
    group_id uuid,
    escalation_level smallint DEFAULT 0 NOT NULL,
    decidable_by text DEFAULT 'people'::text NOT NULL,
    created_by_kind text NOT NULL,
    created_by_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    started_by_id text,
    conversation_id text,
    approval boolean DEFAULT false NOT NULL,
    quorum jsonb,
    round smallint DEFAULT 1 NOT NULL,
    waiting_for text,
    calendar_due boolean DEFAULT false NOT NULL,
    paused_at timestamp with time zone,
    resumes_at timestamp with time zone,
    CONSTRAINT tasks_check CHECK (((closed_at IS NULL) = (status <> ALL (ARRAY['COMPLETED'::text, 'CANCELLED'::text, 'EXPIRED'::text])))),
    CONSTRAINT tasks_check1 CHECK (((status = 'SUSPENDED'::text) = (suspended_from IS NOT NULL))),
    CONSTRAINT tasks_check2 CHECK (((status = 'SUSPENDED'::text) = (paused_at IS NOT NULL))),
    CONSTRAINT tasks_created_by_kind_check CHECK ((created_by_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text]))),
    CONSTRAINT tasks_decidable_by_check CHECK ((decidable_by = ANY (ARRAY['people'::text, 'anyone'::text]))),
    CONSTRAINT tasks_priority_check CHECK (((priority >= 0) AND (priority <= 100))),
    CONSTRAINT tasks_status_check CHECK ((status = ANY (ARRAY['READY'::text, 'RESERVED'::text, 'IN_PROGRESS'::text, 'SUSPENDED'::text, 'COMPLETED'::text, 'CANCELLED'::text, 'EXPIRED'::text]))),
    CONSTRAINT tasks_suspended_from_check CHECK ((suspended_from = ANY (ARRAY['READY'::text, 'RESERVED'::text, 'IN_PROGRESS'::text]))),
    CONSTRAINT tasks_waiting_for_check CHECK ((waiting_for = 'requester'::text))
);

ALTER TABLE ONLY public.tasks FORCE ROW LEVEL SECURITY;


--
-- Name: tenants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    calendar_key text,
    cursor_secret bytea DEFAULT sha256((uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))) NOT NULL,
    CONSTRAINT tenants_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{0,62}$'::text))
);

ALTER TABLE ONLY public.tenants FORCE ROW LEVEL SECURITY;


--
-- Name: tool_call_payloads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tool_call_payloads (
    tenant_id uuid NOT NULL,
    request_id uuid NOT NULL,
    call_id text NOT NULL,
    arguments json NOT NULL,
    reason text,
    message text,
    key_id text
);

ALTER TABLE ONLY public.tool_call_payloads FORCE ROW LEVEL SECURITY;


--
-- Name: tool_calls; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tool_calls (
    tenant_id uuid NOT NULL,
    request_id uuid NOT NULL,
    "position" smallint NOT NULL,
    call_id text NOT NULL,
    tool text NOT NULL,
    digest bytea NOT NULL,
    risk text NOT NULL,
    similar_by text[] DEFAULT '{}'::text[] NOT NULL,
    verdict text DEFAULT 'pending'::text NOT NULL,
    decided_by_kind text,
    decided_by_id text,
    decided_by_name text,
    decided_at timestamp with time zone,
    rule_id uuid,
    CONSTRAINT tool_calls_call_id_check CHECK (((char_length(call_id) >= 1) AND (char_length(call_id) <= 100))),
    CONSTRAINT tool_calls_check CHECK (((verdict = 'pending'::text) = (decided_at IS NULL))),
    CONSTRAINT tool_calls_check1 CHECK (((verdict = 'pending'::text) = (decided_by_id IS NULL))),
    CONSTRAINT tool_calls_check2 CHECK (((rule_id IS NULL) OR (verdict = 'allowed'::text))),
    CONSTRAINT tool_calls_decided_by_kind_check CHECK ((decided_by_kind = 'user'::text)),
    CONSTRAINT tool_calls_risk_check CHECK ((risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
    CONSTRAINT tool_calls_tool_check CHECK (((char_length(tool) >= 1) AND (char_length(tool) <= 200))),
    CONSTRAINT tool_calls_verdict_check CHECK ((verdict = ANY (ARRAY['pending'::text, 'allowed'::text, 'denied'::text])))
);

ALTER TABLE ONLY public.tool_calls FORCE ROW LEVEL SECURITY;


--
-- Name: tool_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tool_requests (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    request_key text NOT NULL,
    request_digest bytea NOT NULL,
    agent_kind text NOT NULL,
    agent_id text NOT NULL,
    agent_name text NOT NULL,
    task_id uuid,
    digest bytea,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT tool_requests_agent_kind_check CHECK ((agent_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text]))),
    CONSTRAINT tool_requests_check CHECK (((task_id IS NULL) = (digest IS NULL)))
);

ALTER TABLE ONLY public.tool_requests FORCE ROW LEVEL SECURITY;


--
-- Name: user_skills; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_skills (
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    skill text NOT NULL,
    CONSTRAINT user_skills_skill_check CHECK ((skill = lower(skill)))
);

ALTER TABLE ONLY public.user_skills FORCE ROW LEVEL SECURITY;


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    email text NOT NULL,
    display_name text NOT NULL,
    password_hash text,
    role text DEFAULT 'member'::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    capacity integer,
    session_epoch integer DEFAULT 0 NOT NULL,
    CONSTRAINT users_capacity_check CHECK (((capacity >= 0) AND (capacity <= 10000))),
    CONSTRAINT users_email_check CHECK ((email = lower(email))),
    CONSTRAINT users_role_check CHECK ((role = ANY (ARRAY['member'::text, 'admin'::text])))
);

ALTER TABLE ONLY public.users FORCE ROW LEVEL SECURITY;


--
-- Name: workflow_definitions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workflow_definitions (
    id uuid NOT NULL,
    tenant_id uuid,
    name text NOT NULL,
    version text NOT NULL,
    description text,
    input_schema json,
    output_schema json,
    task_queue text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    examples json DEFAULT '[]'::json NOT NULL
);

ALTER TABLE ONLY public.workflow_definitions FORCE ROW LEVEL SECURITY;


--
-- Name: workflow_executions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workflow_executions (
    tenant_id uuid NOT NULL,
    key text NOT NULL,
    run_id text,
    type text NOT NULL,
    version text,
    task_queue text NOT NULL,
    status text NOT NULL,
    request_digest bytea NOT NULL,
    input json,
    result jsonb,
    error jsonb,
    started_by_kind text NOT NULL,
    started_by_id text NOT NULL,
    started_by_name text NOT NULL,
    correlation_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    started_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    problem text,
    problem_detail text,
    problem_since timestamp with time zone,
    CONSTRAINT workflow_executions_problem_check CHECK ((problem = ANY (ARRAY['code_failing'::text, 'long_history'::text, 'signals_exhausted'::text]))),
    CONSTRAINT workflow_executions_started_by_kind_check CHECK ((started_by_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text]))),
    CONSTRAINT workflow_executions_status_check CHECK ((status = ANY (ARRAY['starting'::text, 'running'::text, 'completed'::text, 'failed'::text, 'cancelled'::text, 'terminated'::text, 'timed_out'::text, 'lost'::text])))
);

ALTER TABLE ONLY public.workflow_executions FORCE ROW LEVEL SECURITY;


--
-- Name: workflow_queues; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workflow_queues (
    name text NOT NULL,
    unpolled_since timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.workflow_queues FORCE ROW LEVEL SECURITY;


--
-- Name: task_events_rest; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_events ATTACH PARTITION public.task_events_rest DEFAULT;


--
-- Name: migrations id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migrations ALTER COLUMN id SET DEFAULT nextval('public.migrations_id_seq'::regclass);


--
-- Data for Name: absences; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.absences (tenant_id, id, user_id, starts_at, ends_at, substitute_id, created_by_kind, created_by_id, created_at) FROM stdin;
\.


--
-- Data for Name: agent_sessions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.agent_sessions (tenant_id, id, principal_id, client, watched, opened_at, used_at) FROM stdin;
\.


--
-- Data for Name: api_keys; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.api_keys (tenant_id, id, service_principal_id, prefix, key_hash, scopes, created_at, expires_at, last_used_at, revoked_at) FROM stdin;
01a22b4f-2042-7079-881c-0f056513950a	01a22b4f-207a-7f3c-bf60-8b1bcd9655e9	01a22b4f-207b-706a-9077-30ccdbaee1be	322c1917dc3c	\\x8e4b39145bf7c0d17385eeabd3d93e297453f2ee88e5b29190896a75424ddba7	{tasks:read,tasks:write,workflows:read,workflows:start,workflows:write,conversations:read,conversations:write,directory:read}	2026-11-30 07:15:35.676+00	\N	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-2037-7567-af00-0ac03ffb13c9	01a22b4f-2038-79b9-82da-27ca4e3c1091	8dfb41af7c8b	\\xd32da6d201263a5f832d7acfc4330b447c641a1c8741fa60fb02a6f0f7d1d2e9	{tasks:read,tasks:write,workflows:read,workflows:start,workflows:write,conversations:read,conversations:write,directory:read}	2026-11-30 07:15:35.616+00	\N	2026-11-30 07:15:59.561+00	\N
\.


--
-- Data for Name: business_calendars; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.business_calendars (tenant_id, key, name, zone, hours, holidays, closed_dates, open_dates, updated_at) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	office	Office hours	Europe/Berlin	{"friday": [{"to": "17:00", "from": "09:00"}], "monday": [{"to": "17:00", "from": "09:00"}], "sunday": [], "tuesday": [{"to": "17:00", "from": "09:00"}], "saturday": [], "thursday": [{"to": "17:00", "from": "09:00"}], "wednesday": [{"to": "17:00", "from": "09:00"}]}	{"state": "BE", "country": "DE"}	[]	[]	2026-11-30 07:15:34.843+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	support	Support hours	Europe/Berlin	{"friday": [{"to": "20:00", "from": "08:00"}], "monday": [{"to": "20:00", "from": "08:00"}], "sunday": [], "tuesday": [{"to": "20:00", "from": "08:00"}], "saturday": [{"to": "16:00", "from": "10:00"}], "thursday": [{"to": "20:00", "from": "08:00"}], "wednesday": [{"to": "20:00", "from": "08:00"}]}	{"state": "BE", "country": "DE"}	[]	[]	2026-11-30 07:15:34.869+00
\.


--
-- Data for Name: conversations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.conversations (tenant_id, id, request_key, spec_digest, channel, title, status, participants, metadata, created_by_kind, created_by_id, created_by_name, message_count, input_tokens, output_tokens, revision, created_at, updated_at, closed_at) FROM stdin;
\.


--
-- Data for Name: group_members; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.group_members (tenant_id, group_id, user_id, role, last_turn) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1d86-7633-b621-3e05ee31860c	01a22b4f-1e52-7261-8327-0caf8323eadf	member	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1d86-7633-b621-3e05ee31860c	01a22b4f-1eb9-7367-bcf3-017366292a88	supervisor	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1d8f-7858-a4c0-3c43acad0589	01a22b4f-1f93-7574-aab1-6cfb28688c1c	member	\N
01a22b4f-2042-7079-881c-0f056513950a	01a22b4f-2046-75ef-ab4c-69eb2c947e7b	01a22b4f-2047-7226-a57b-30a57369ceeb	member	\N
\.


--
-- Data for Name: groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.groups (tenant_id, id, key, name, created_at, calendar_key, strategy, escalation_chain) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1d86-7633-b621-3e05ee31860c	support-l1	Support, first line	2026-11-30 07:15:34.912312+00	support	manual	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1d8f-7858-a4c0-3c43acad0589	support-l2	Support, second line	2026-11-30 07:15:34.912312+00	\N	manual	\N
01a22b4f-2042-7079-881c-0f056513950a	01a22b4f-2046-75ef-ab4c-69eb2c947e7b	support-l1	Support, first line	2026-11-30 07:15:35.622249+00	\N	manual	\N
\.


--
-- Data for Name: message_appends; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.message_appends (tenant_id, conversation_id, principal_id, operation_id, request_digest, first_number, last_number, created_at) FROM stdin;
\.


--
-- Data for Name: message_payloads; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.message_payloads (tenant_id, message_id, body, digest, key_id, created_at) FROM stdin;
\.


--
-- Data for Name: messages; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.messages (tenant_id, conversation_id, number, id, role, author, recorded_by_kind, recorded_by_id, recorded_by_name, input_tokens, output_tokens, model, created_at) FROM stdin;
\.


--
-- Data for Name: migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.migrations (id, "timestamp", name) FROM stdin;
1	1700000000000	Tenancy1700000000000
2	1700000001000	Tasks1700000001000
3	1700000002000	Workflows1700000002000
4	1700000003000	TaskLifeCycle1700000003000
5	1700000004000	Assignment1700000004000
6	1700000005000	TaskCollaboration1700000005000
7	1700000006000	TaskSearch1700000006000
8	1700000007000	Reconciler1700000007000
9	1700000008000	Catalogue1700000008000
10	1700000009000	Conversations1700000009000
11	1700000009001	TaskConversations1700000009001
12	1700000010000	ToolApprovals1700000010000
13	1700000012000	Lists1700000012000
14	1700000012000	WorkflowLists1700000012000
15	1700000013000	OrderOfInput1700000013000
16	1700000015000	WorkflowKeyPrefix1700000015000
17	1700000016000	OrderOfPayloads1700000016000
18	1700000017000	WorkflowProblems1700000017000
19	1700000017001	ZonesOfCalendars1700000017001
20	1700000018000	SearchWords1700000018000
21	1700000018001	EventWaste1700000018001
22	1700000020000	SessionEpochs1700000020000
23	1700000021000	AgentSessions1700000021000
\.


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.outbox (id, tenant_id, task_id, kind, workflow_id, correlation_id, status, attempts, last_error, created_at, available_at, settled_at, replays) FROM stdin;
01a22b4f-8c30-72b2-bcb6-15415420445e	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85a7-763e-ab43-f75257852e30	task.closed	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/parallel	f2325e14-121b-48fb-b32d-08681f1008e7	delivered	0	\N	2026-11-30 07:16:03.249+00	2026-11-30 07:16:05.249+00	2026-11-30 07:16:03.397+00	0
01a22b4f-94ec-734b-bef5-82a95f74a2cb	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	task.closed	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/undelivered	a9b6772f-199d-462b-b2fa-a1960e9a1634	pending	0	Error: 4 DEADLINE_EXCEEDED: Deadline exceeded after 0.000s,waiting for metadata filters	2026-11-30 07:16:05.485+00	2026-11-30 07:16:14.914+00	\N	0
\.


--
-- Data for Name: reconciler_state; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.reconciler_state (name, reached_at) FROM stdin;
closed-workflows	2026-11-30 07:15:57.037+00
\.


--
-- Data for Name: service_principals; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.service_principals (tenant_id, id, name, active, created_at) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	t	2026-11-30 07:15:35.608+00
01a22b4f-2042-7079-881c-0f056513950a	01a22b4f-207b-706a-9077-30ccdbaee1be	support-bot	t	2026-11-30 07:15:35.675+00
\.


--
-- Data for Name: sign_in_failures; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.sign_in_failures (subject, failures, expires_at) FROM stdin;
\.


--
-- Data for Name: standing_rules; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.standing_rules (tenant_id, id, agent_id, agent_name, tool, argument_names, arguments_digest, risk, task_id, request_id, call_id, group_ids, granted_by_id, granted_by_name, granted_at, expires_at, revoked_by_id, revoked_by_name, revoked_at, use_count, last_used_at) FROM stdin;
\.


--
-- Data for Name: stray_files; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.stray_files (tenant_id, file_key, noted_at) FROM stdin;
\.


--
-- Data for Name: task_attachments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_attachments (tenant_id, id, task_id, name, content_type, size, digest, file_key, uploaded_by_kind, uploaded_by_id, uploaded_by_name, created_at) FROM stdin;
\.


--
-- Data for Name: task_candidates; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_candidates (tenant_id, task_id, principal_kind, principal_id, role, claimable, open, due_at, rank, created_at, closed_at, voting) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8216-75b1-a91a-f2550f9a66fb	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	t	t	infinity	50	2026-11-30 07:16:00.664+00	\N	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85ba-79db-ac18-7555a448f70e	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	t	t	infinity	50	2026-11-30 07:16:01.596+00	\N	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85c0-7021-a8f6-00a5b3bb54f6	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	t	t	infinity	50	2026-11-30 07:16:01.601+00	\N	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8679-7f04-9cbc-dcdee686b827	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	t	t	infinity	50	2026-11-30 07:16:01.787+00	\N	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-86b6-705d-ac89-8155a444b7f7	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	t	t	infinity	50	2026-11-30 07:16:01.848+00	\N	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-89c2-7946-931c-8bf85d42b089	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	t	t	2026-11-30 07:46:02.627+00	50	2026-11-30 07:16:02.627+00	\N	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8338-7e61-affe-77db1e571b59	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	f	t	infinity	50	2026-11-30 07:16:00.953+00	\N	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85a7-763e-ab43-f75257852e30	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	f	f	infinity	50	2026-11-30 07:16:01.577+00	2026-11-30 07:16:03.249+00	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8ca7-7d9f-8144-34d0ceff1fa5	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	t	t	infinity	50	2026-11-30 07:16:03.368+00	\N	f
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	group	01a22b4f-1d86-7633-b621-3e05ee31860c	candidate	f	f	infinity	50	2026-11-30 07:16:01.238+00	2026-11-30 07:16:05.485+00	f
\.


--
-- Data for Name: task_comment_versions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_comment_versions (tenant_id, comment_id, version, body, mentions, written_at) FROM stdin;
\.


--
-- Data for Name: task_comments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_comments (tenant_id, id, task_id, author_kind, author_id, author_name, body, mentions, version, operation_id, request_digest, created_at, edited_at, deleted_at, deleted_by_kind, deleted_by_id, deleted_by_name) FROM stdin;
\.


--
-- Data for Name: task_decisions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_decisions (tenant_id, task_id, voter_kind, voter_id, voter_name, channel, vote, result_digest, decided_at, round, reason, payload_digest) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85a7-763e-ab43-f75257852e30	user	01a22b4f-1e52-7261-8327-0caf8323eadf	Sam Okafor	graphql	completed	\\xf1c1e53fde85a5702ee0e1aa6d9ce44ffc0b6bc3cebf6b6708b7dc9f4fa17907	2026-11-30 07:16:03.249+00	1	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	user	01a22b4f-1e52-7261-8327-0caf8323eadf	Sam Okafor	graphql	completed	\\x3bf717ad706d0bbf9442346a29dcb6b5e61d2d463c5dcd3a52631c9567f5ef15	2026-11-30 07:16:05.485+00	1	\N	\N
\.


--
-- Data for Name: task_drafts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_drafts (tenant_id, task_id, user_id, data, version, saved_at) FROM stdin;
\.


--
-- Data for Name: task_events_rest; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_events_rest (tenant_id, id, task_id, revision, kind, actor_kind, actor_id, actor_name, channel, changes, correlation_id, at, note) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8271-7058-bbbf-282590cb9f82	01a22b4f-8216-75b1-a91a-f2550f9a66fb	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	90b1fc17-d9b2-4972-a91e-927e4a14b152	2026-11-30 07:16:00.664+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-833a-725e-91c5-61ac63141302	01a22b4f-8338-7e61-affe-77db1e571b59	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	9073fb34-c46e-43cf-8607-18ad448a721f	2026-11-30 07:16:00.953+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8456-767b-9b61-5dc22ab7866c	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	7c1e957d-e671-499e-8bc0-ba5f6b429f15	2026-11-30 07:16:01.238+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85ac-7866-87ae-3d8123b7ca24	01a22b4f-85a7-763e-ab43-f75257852e30	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	eb5f54a1-715d-4033-be2a-80a016752d06	2026-11-30 07:16:01.577+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85bf-7252-bf58-a9e8ae912370	01a22b4f-85ba-79db-ac18-7555a448f70e	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	eb5f54a1-715d-4033-be2a-80a016752d06	2026-11-30 07:16:01.596+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85d4-7176-be1b-714d7fc20e25	01a22b4f-85c0-7021-a8f6-00a5b3bb54f6	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	eb5f54a1-715d-4033-be2a-80a016752d06	2026-11-30 07:16:01.601+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-867c-7b12-924b-1b3128111f67	01a22b4f-8679-7f04-9cbc-dcdee686b827	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	29e53f79-0c56-4688-8f44-359b8b63987d	2026-11-30 07:16:01.787+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-86b9-7a0a-a6c8-fe9e2fb06299	01a22b4f-86b6-705d-ac89-8155a444b7f7	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	e2351cfb-b7c4-4dc6-913a-9d41f2e18114	2026-11-30 07:16:01.848+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-89c9-7ad5-8154-842a0f74f2a9	01a22b4f-89c2-7946-931c-8bf85d42b089	1	created	system	system	Orkestra	workflow	{"status": {"after": "READY", "before": null}}	f4015817-a4be-46aa-825a-77d912aa3cfe	2026-11-30 07:16:02.627+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8aa3-7a1e-a39f-120c1300f33d	01a22b4f-8338-7e61-affe-77db1e571b59	2	claimed	user	01a22b4f-1e52-7261-8327-0caf8323eadf	Sam Okafor	graphql	{"status": {"after": "RESERVED", "before": "READY"}, "assigneeId": {"after": "01a22b4f-1e52-7261-8327-0caf8323eadf", "before": null}}	9dece4bc-352a-405d-bb95-caf731fd6f75	2026-11-30 07:16:02.849+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8c30-72b2-bcb6-15424662848e	01a22b4f-85a7-763e-ab43-f75257852e30	2	completed	user	01a22b4f-1e52-7261-8327-0caf8323eadf	Sam Okafor	graphql	{"result": {"after": "f1c1e53fde85a5702ee0e1aa6d9ce44ffc0b6bc3cebf6b6708b7dc9f4fa17907"}, "status": {"after": "COMPLETED", "before": "READY"}, "outcome": {"after": "completed", "before": null}, "assigneeId": {"after": "01a22b4f-1e52-7261-8327-0caf8323eadf", "before": null}}	f2325e14-121b-48fb-b32d-08681f1008e7	2026-11-30 07:16:03.249+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8cc5-75c0-b9c8-d43899c05c6b	01a22b4f-8ca7-7d9f-8144-34d0ceff1fa5	1	created	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	graphql	{"status": {"after": "READY", "before": null}}	248a3244-d101-4012-b057-79fd3216a8fc	2026-11-30 07:16:03.368+00	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-94ec-734b-bef5-82aaa133d4e7	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	2	completed	user	01a22b4f-1e52-7261-8327-0caf8323eadf	Sam Okafor	graphql	{"result": {"after": "3bf717ad706d0bbf9442346a29dcb6b5e61d2d463c5dcd3a52631c9567f5ef15"}, "status": {"after": "COMPLETED", "before": "READY"}, "outcome": {"after": "completed", "before": null}, "assigneeId": {"after": "01a22b4f-1e52-7261-8327-0caf8323eadf", "before": null}}	a9b6772f-199d-462b-b2fa-a1960e9a1634	2026-11-30 07:16:05.485+00	\N
\.


--
-- Data for Name: task_operations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_operations (tenant_id, principal_id, operation_id, request_digest, answer, created_at) FROM stdin;
\.


--
-- Data for Name: task_payloads; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_payloads (tenant_id, task_id, kind, body, digest, key_id, created_at) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8216-75b1-a91a-f2550f9a66fb	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"answer":{"type":"string","maxLength":1000,"minLength":1,"title":"Answer"},"score":{"type":"integer","minimum":1,"maximum":5,"title":"Score"}},"required":["answer"],"additionalProperties":false},"uiSchema":{"ui:order":["answer","score"],"answer":{},"score":{}}}	\\xc3c8dd5b9fdaed41135ef611ad89ffe0bba6b576fdfd0cacfe75e091eb0abc55	\N	2026-11-30 07:16:00.630147+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8338-7e61-affe-77db1e571b59	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"answer":{"type":"string","maxLength":1000,"minLength":1,"title":"Answer"},"score":{"type":"integer","minimum":1,"maximum":5,"title":"Score"}},"required":["answer"],"additionalProperties":false},"uiSchema":{"ui:order":["answer","score"],"answer":{},"score":{}}}	\\xc3c8dd5b9fdaed41135ef611ad89ffe0bba6b576fdfd0cacfe75e091eb0abc55	\N	2026-11-30 07:16:00.953067+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"answer":{"type":"string","maxLength":1000,"minLength":1,"title":"Answer"},"score":{"type":"integer","minimum":1,"maximum":5,"title":"Score"}},"required":["answer"],"additionalProperties":false},"uiSchema":{"ui:order":["answer","score"],"answer":{},"score":{}}}	\\xc3c8dd5b9fdaed41135ef611ad89ffe0bba6b576fdfd0cacfe75e091eb0abc55	\N	2026-11-30 07:16:01.236922+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85a7-763e-ab43-f75257852e30	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"answer":{"type":"string","maxLength":1000,"minLength":1,"title":"Answer"}},"required":["answer"],"additionalProperties":false},"uiSchema":{"ui:order":["answer"],"answer":{}}}	\\xee4f0c7e9c48ad3e86d51bca1bb0469fb5ee636f9391067a1be78735178bde93	\N	2026-11-30 07:16:01.579417+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85ba-79db-ac18-7555a448f70e	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"answer":{"type":"string","maxLength":1000,"minLength":1,"title":"Answer"}},"required":["answer"],"additionalProperties":false},"uiSchema":{"ui:order":["answer"],"answer":{}}}	\\xee4f0c7e9c48ad3e86d51bca1bb0469fb5ee636f9391067a1be78735178bde93	\N	2026-11-30 07:16:01.594547+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85c0-7021-a8f6-00a5b3bb54f6	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"answer":{"type":"string","maxLength":1000,"minLength":1,"title":"Answer"}},"required":["answer"],"additionalProperties":false},"uiSchema":{"ui:order":["answer"],"answer":{}}}	\\xee4f0c7e9c48ad3e86d51bca1bb0469fb5ee636f9391067a1be78735178bde93	\N	2026-11-30 07:16:01.608163+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8679-7f04-9cbc-dcdee686b827	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{},"required":[],"additionalProperties":false},"uiSchema":{"ui:order":[]}}	\\xf3b5c4ce639c582d2c763cba0778698ab8792423b69faa32aee0903eff507580	\N	2026-11-30 07:16:01.787148+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8679-7f04-9cbc-dcdee686b827	approval	{"amount":100}	\\x4d4bbe59c6aad22442cde199a6a8a5f034405fcd78fb5a81c24ef249de1c45f1	\N	2026-11-30 07:16:01.787148+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-86b6-705d-ac89-8155a444b7f7	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{},"required":[],"additionalProperties":false},"uiSchema":{"ui:order":[]}}	\\xf3b5c4ce639c582d2c763cba0778698ab8792423b69faa32aee0903eff507580	\N	2026-11-30 07:16:01.848325+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-89c2-7946-931c-8bf85d42b089	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"answer":{"type":"string","maxLength":5000,"minLength":1,"title":"Answer to the customer"},"sentiment":{"type":"string","oneOf":[{"const":"positive","title":"Positive"},{"const":"neutral","title":"Neutral"},{"const":"frustrated","title":"Frustrated"}],"title":"How does the customer feel?"}},"required":["answer"],"additionalProperties":false},"uiSchema":{"ui:order":["answer","sentiment"],"answer":{"ui:widget":"textarea"},"sentiment":{"ui:widget":"select"}}}	\\x25653dcac17ddfbfa02845d088098783d3be3bbf9cadb6172b071ae1fd6ae48d	\N	2026-11-30 07:16:02.628545+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-89c2-7946-931c-8bf85d42b089	context	{"question":"The vase is in pieces. What now?","draft":"","confidence":0,"sources":[]}	\\x98418f7dff665bc1ace0672890cf37ff34a5f7ca1d9b4dab3a1d8420fae2f4c5	\N	2026-11-30 07:16:02.628545+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85a7-763e-ab43-f75257852e30	result	{"answer":"before"}	\\xf1c1e53fde85a5702ee0e1aa6d9ce44ffc0b6bc3cebf6b6708b7dc9f4fa17907	\N	2026-11-30 07:16:02.976087+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8ca7-7d9f-8144-34d0ceff1fa5	form	{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"yes":{"type":"boolean","title":"Yes"}},"required":[],"additionalProperties":false},"uiSchema":{"ui:order":["yes"],"yes":{"ui:widget":"radio","ui:options":{"inline":true}}}}	\\xf5a87423ed59e40998ba5f6f66b758a059c635b89f92364864d2c75eed621052	\N	2026-11-30 07:16:03.364919+00
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	result	{"answer":"meanwhile"}	\\x3bf717ad706d0bbf9442346a29dcb6b5e61d2d463c5dcd3a52631c9567f5ef15	\N	2026-11-30 07:16:05.470687+00
\.


--
-- Data for Name: task_search; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_search (tenant_id, task_id, open, place, words, words_version) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8216-75b1-a91a-f2550f9a66fb	t	1	'open':1	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8338-7e61-affe-77db1e571b59	t	2	'claimed':1	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85c0-7021-a8f6-00a5b3bb54f6	t	5	'two':1	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85ba-79db-ac18-7555a448f70e	t	6	'three':1	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8679-7f04-9cbc-dcdee686b827	t	7	'offer':1	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-86b6-705d-ac89-8155a444b7f7	t	8	'asked':1 'before':2 'on':6 'run':4 'the':3 'went':5	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-89c2-7946-931c-8bf85d42b089	t	9	'0':18 'customer':1 'help':3 'in':7,14 'is':6,13 'needs':2 'now':10,17 'pieces':8,15 'the':4,11 'vase':5,12 'what':9,16	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85a7-763e-ab43-f75257852e30	f	10	'one':1	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8ca7-7d9f-8144-34d0ceff1fa5	t	11	'a':2 'without':1 'workflow':3	2
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	f	12	'away':5 'decided':1 'is':4 'temporal':3 'while':2	2
\.


--
-- Data for Name: task_steps; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.task_steps (tenant_id, task_id, "position", action, at, calendar, user_id, group_id, if_unclaimed, message, status, settled_at) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-89c2-7946-931c-8bf85d42b089	1000	breach	2026-11-30 07:46:02.627+00	f	\N	\N	f	\N	pending	\N
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (tenant_id, id, request_key, spec_digest, workflow_id, run_id, timer_workflow_id, type, title, description, status, suspended_from, outcome, outcome_reason, priority, due_at, expires_at, assignee_id, owner_id, group_id, escalation_level, decidable_by, created_by_kind, created_by_id, revision, created_at, updated_at, closed_at, started_by_id, conversation_id, approval, quorum, round, waiting_for, calendar_due, paused_at, resumes_at) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8216-75b1-a91a-f2550f9a66fb	fb1db726-bdd9-494b-9301-84f011d63285	\\xec9866cfffe6474e9ad2401b8e0a91e48938752606e27838bcdeea7cce40e1bf	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/open	01a22b4f-7efe-71d2-ae9e-f323cb5d9cc0	\N	\N	Open	\N	READY	\N	\N	\N	50	infinity	2026-12-30 07:16:00.664+00	\N	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	1	2026-11-30 07:16:00.664+00	2026-11-30 07:16:00.664+00	\N	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	f	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85ba-79db-ac18-7555a448f70e	0025c836-7615-4d1b-93f8-15c6d9292b8d	\\x36dd039f7a23d35cda50370b199d851e6d950a2531d1d05f10faaf9a52abe8e4	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/parallel	01a22b4f-83cf-7a8f-98c1-3e69c13b8fd8	\N	\N	Three	\N	READY	\N	\N	\N	50	infinity	2026-12-30 07:16:01.596+00	\N	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	1	2026-11-30 07:16:01.596+00	2026-11-30 07:16:01.596+00	\N	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	f	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85c0-7021-a8f6-00a5b3bb54f6	c619dc89-82e0-4bc3-859f-2e386e3dc924	\\xc72affd00957309dad1fcc9a5cda63d39e47098a77767db4e48d9a0d81a57507	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/parallel	01a22b4f-83cf-7a8f-98c1-3e69c13b8fd8	\N	\N	Two	\N	READY	\N	\N	\N	50	infinity	2026-12-30 07:16:01.601+00	\N	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	1	2026-11-30 07:16:01.601+00	2026-11-30 07:16:01.601+00	\N	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	f	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8679-7f04-9cbc-dcdee686b827	f3cb1235-c11a-433c-9a5d-aaff267c98e5	\\x9eca2d5cb44cb61c664d9c1c50523d9a8924d6131daad9a4d701f3a09d4b9093	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/approval	01a22b4f-84b6-7c83-85b5-bdb3891e559b	\N	\N	Offer	\N	READY	\N	\N	\N	50	infinity	2026-12-30 07:16:01.787+00	\N	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	1	2026-11-30 07:16:01.787+00	2026-11-30 07:16:01.787+00	\N	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	t	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-86b6-705d-ac89-8155a444b7f7	9751cc07-ae64-42c4-ad4d-49a7d06693aa	\\x6f6f5e0a5bcb53e46caf5cd181f53f0d0746d6306c61b17a697ffb18f9f843b2	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/continued	01a22b4f-8578-7583-8246-a7a73e021353	\N	\N	Asked before the run went on	\N	READY	\N	\N	\N	50	infinity	2026-12-30 07:16:01.848+00	\N	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	1	2026-11-30 07:16:01.848+00	2026-11-30 07:16:01.848+00	\N	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	f	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-89c2-7946-931c-8bf85d42b089	daf252dc-5296-470a-b6da-80b24f19a8ef	\\x22b998d7e997c0cdf9bd6b55c0e332c9c6a52a1d3f53abd798b8d63466263bcf	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/support	01a22b4f-8795-72d3-a9a7-a799bbb11f66	\N	support-question	Customer needs help	The vase is in pieces. What now?	READY	\N	\N	\N	50	2026-11-30 07:46:02.627+00	2026-12-30 07:16:02.627+00	\N	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	1	2026-11-30 07:16:02.627+00	2026-11-30 07:16:02.627+00	\N	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	f	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8338-7e61-affe-77db1e571b59	c45f9e5a-26f4-4a12-9bd1-937edc2a6f58	\\xa5a08b499a8e73f8bcaaa55452511ad0be2255404aba91a305f55db8e048e4dc	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/claimed	01a22b4f-80f6-757a-9c14-4229f28373c0	\N	\N	Claimed	\N	RESERVED	\N	\N	\N	50	infinity	2026-12-30 07:16:00.953+00	01a22b4f-1e52-7261-8327-0caf8323eadf	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	2	2026-11-30 07:16:00.953+00	2026-11-30 07:16:02.849+00	\N	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	f	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-85a7-763e-ab43-f75257852e30	28f3e265-a979-4b39-9cf4-c2ae609cae9e	\\x30ba9de338b2fff6206018da8fd927f5b612f93123c583ad464e0ac88367a0d5	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/parallel	01a22b4f-83cf-7a8f-98c1-3e69c13b8fd8	\N	\N	One	\N	COMPLETED	\N	completed	\N	50	infinity	2026-12-30 07:16:01.577+00	01a22b4f-1e52-7261-8327-0caf8323eadf	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	2	2026-11-30 07:16:01.577+00	2026-11-30 07:16:03.249+00	2026-11-30 07:16:03.249+00	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	f	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8ca7-7d9f-8144-34d0ceff1fa5	01a22b4f-8ca7-7d9f-8144-34d0ceff1fa5	\\x070dc93095af4c6fbe3814846471c6a9366415d72428d0c037401448842235a7	\N	\N	\N	\N	Without a workflow	\N	READY	\N	\N	\N	50	infinity	2026-12-30 07:16:03.368+00	\N	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	1	2026-11-30 07:16:03.368+00	2026-11-30 07:16:03.368+00	\N	\N	\N	f	\N	1	\N	f	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-8454-7dd7-9d70-b4c89c3a78f5	fcd9ca57-0015-4e00-aa59-b3f61cc494f0	\\xc564910677127c7fc07b5ab27bc02a8794fa93b96b205236dc8f1ea8ddb2e4d0	01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc/undelivered	01a22b4f-8314-75dc-9c81-ee737c3d9263	\N	\N	Decided while Temporal is away	\N	COMPLETED	\N	completed	\N	50	infinity	2026-12-30 07:16:01.238+00	01a22b4f-1e52-7261-8327-0caf8323eadf	\N	01a22b4f-1d86-7633-b621-3e05ee31860c	0	people	system	system	2	2026-11-30 07:16:01.238+00	2026-11-30 07:16:05.485+00	2026-11-30 07:16:05.485+00	01a22b4f-2038-79b9-82da-27ca4e3c1091	\N	f	\N	1	\N	f	\N	\N
\.


--
-- Data for Name: tenants; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tenants (id, slug, name, settings, created_at, calendar_key, cursor_secret) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	demo	Demo Company	{}	2026-11-30 07:15:34.545965+00	office	\\x00e5fd0677ee2186240bdfc9594776d746667c59cc1b281eb5f3863e24cdae2b
01a22b4f-2042-7079-881c-0f056513950a	other	Other Company	{}	2026-11-30 07:15:35.618672+00	\N	\\xccc411ae2c4dd2d4858143f7fcce6cfbcc2980203ad08a64b586c8df57781272
\.


--
-- Data for Name: tool_call_payloads; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tool_call_payloads (tenant_id, request_id, call_id, arguments, reason, message, key_id) FROM stdin;
\.


--
-- Data for Name: tool_calls; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tool_calls (tenant_id, request_id, "position", call_id, tool, digest, risk, similar_by, verdict, decided_by_kind, decided_by_id, decided_by_name, decided_at, rule_id) FROM stdin;
\.


--
-- Data for Name: tool_requests; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tool_requests (tenant_id, id, request_key, request_digest, agent_kind, agent_id, agent_name, task_id, digest, created_at) FROM stdin;
\.


--
-- Data for Name: user_skills; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.user_skills (tenant_id, user_id, skill) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1e52-7261-8327-0caf8323eadf	german
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1e52-7261-8327-0caf8323eadf	refunds
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1eb9-7367-bcf3-017366292a88	english
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1eb9-7367-bcf3-017366292a88	german
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1eb9-7367-bcf3-017366292a88	refunds
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1f93-7574-aab1-6cfb28688c1c	billing
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1f93-7574-aab1-6cfb28688c1c	german
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1f93-7574-aab1-6cfb28688c1c	network
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (tenant_id, id, email, display_name, password_hash, role, active, created_at, capacity, session_epoch) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1dac-78ee-9da7-daf6fca366d0	ada@demo.test	Ada Fischer	$argon2id$v=19$m=19456,t=2,p=1$CQ5TLazpT8MFjcEj77ZVvw$ZYHY3Bf2kw0SCOl8tTcbF7CfOwB9DnmLCjfoXORuSOY	admin	t	2026-11-30 07:15:34.912312+00	\N	0
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1e52-7261-8327-0caf8323eadf	sam@demo.test	Sam Okafor	$argon2id$v=19$m=19456,t=2,p=1$bMjwQWjjBvh+sV/mN3mYvQ$spfSBFGkNTJMZ8PkgnwtODJslPGnviwacsahpBEA6RU	member	t	2026-11-30 07:15:34.912312+00	\N	0
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1eb9-7367-bcf3-017366292a88	lee@demo.test	Lee Tanaka	$argon2id$v=19$m=19456,t=2,p=1$/V+Q8h4WV/DWEk+96JFUkg$Tz2tSqkqoP+SIoY/ODn2+8ucKLRuJJHB8X1hWwyIwlQ	member	t	2026-11-30 07:15:34.912312+00	\N	0
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	01a22b4f-1f93-7574-aab1-6cfb28688c1c	max@demo.test	Max Novak	$argon2id$v=19$m=19456,t=2,p=1$lPGC4x/WFy7gpNcsrs6Gpg$H3Wtng079NRmP6DQ8DQ89Ejg/xb4c9bvtnuRxMHNCts	member	t	2026-11-30 07:15:34.912312+00	\N	0
01a22b4f-2042-7079-881c-0f056513950a	01a22b4f-2047-7226-a57b-30a57369ceeb	olga@other.test	Olga Petrova	$argon2id$v=19$m=19456,t=2,p=1$9uU817W9ZVnZ2pXMi1Sonw$Xsk3bJdUrEMUdit5HBHFqSmPD8MbXD7foG3+R7Ue51s	member	t	2026-11-30 07:15:35.622249+00	\N	0
\.


--
-- Data for Name: workflow_definitions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.workflow_definitions (id, tenant_id, name, version, description, input_schema, output_schema, task_queue, published_at, examples) FROM stdin;
01a22b4f-424c-73a8-be7f-b4d017ac7c48	\N	customer-support	1.0.0	Answers a question of a customer; asks a person when the bot is not sure.	{"type":"object","properties":{"question":{"type":"string","minLength":3,"maxLength":2000,"description":"What the customer asks"},"customer":{"type":"string","maxLength":200,"description":"Who asks, as the person who helps should see it"},"conversationId":{"type":"string","maxLength":200,"description":"The conversation in which they ask"}},"required":["question"],"additionalProperties":false}	\N	orkestra:@orkestra/example-support-bot	2026-11-30 07:15:44.333+00	[]
01a22b4f-425c-7d17-971f-1440b68eba8b	\N	any-form	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-427f-7fd9-b543-c153887df66c	\N	approved-offer	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-428f-72aa-a12c-1a2426c5e593	\N	climbing-task	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-4295-7b2f-b989-f708bce551f3	\N	continued-task	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-4297-7438-80c7-ec9ac1b435a0	\N	counted-signals	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42a0-7e97-b84f-2f695b9afdee	\N	echo	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42a3-739f-84c8-cef5153e62d9	\N	endless-question	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42a3-739f-84c8-cef6a1368d33	\N	first-answer	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42a4-79ee-b983-38565cda9c4f	\N	handed-on	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42a5-7b09-b5ad-40c1ac73fef0	\N	large-result	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42b2-7353-a13b-e92850f3bd50	\N	late-tasks	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42b5-766e-bbe9-7673b53b255b	\N	named-and-drawn	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42b6-71cc-93fc-a65ea1b3f87f	\N	one-task	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42b7-70e0-b68c-309de8f9ba42	\N	parallel-tasks	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42ba-72d5-a23b-e467e00671c8	\N	program-task	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42be-7bf2-b14f-1243c51df004	\N	repeated-creation	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
01a22b4f-42c7-744d-8646-d10791ec2b97	\N	sla-task	0.1.0	\N	\N	\N	orkestra:@orkestra/test-workflows	2026-11-30 07:15:44.349+00	[]
\.


--
-- Data for Name: workflow_executions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.workflow_executions (tenant_id, key, run_id, type, version, task_queue, status, request_digest, input, result, error, started_by_kind, started_by_id, started_by_name, correlation_id, revision, started_at, closed_at, problem, problem_detail, problem_since) FROM stdin;
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	open	01a22b4f-7efe-71d2-ae9e-f323cb5d9cc0	one-task	0.1.0	orkestra:@orkestra/test-workflows	running	\\x44c30106cc307a7e69336f06dcac2791cfcff02d80efccafde12cdfe80273bf5	{"title":"Open"}	\N	\N	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	90b1fc17-d9b2-4972-a91e-927e4a14b152	2	2026-11-30 07:15:59.614+00	\N	\N	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	claimed	01a22b4f-80f6-757a-9c14-4229f28373c0	one-task	0.1.0	orkestra:@orkestra/test-workflows	running	\\xbabc0c64a7e1d4553a3436ca254f9267224f106e4ff6086f82411adf6f1cf251	{"title":"Claimed"}	\N	\N	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	9073fb34-c46e-43cf-8607-18ad448a721f	2	2026-11-30 07:16:00.297+00	\N	\N	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	undelivered	01a22b4f-8314-75dc-9c81-ee737c3d9263	one-task	0.1.0	orkestra:@orkestra/test-workflows	running	\\x87c714f9e8b3f1bf1ed68cc83e4862e96e9b185ca978da569c97659216201b54	{"title":"Decided while Temporal is away"}	\N	\N	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	7c1e957d-e671-499e-8bc0-ba5f6b429f15	2	2026-11-30 07:16:00.843+00	\N	\N	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	parallel	01a22b4f-83cf-7a8f-98c1-3e69c13b8fd8	parallel-tasks	0.1.0	orkestra:@orkestra/test-workflows	running	\\x4efe1915dc911243c3453ae5a4a2d595a74cbfae18607fe01fda4c10501ab88b	{"questions":["One","Two","Three"]}	\N	\N	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	eb5f54a1-715d-4033-be2a-80a016752d06	2	2026-11-30 07:16:01.01+00	\N	\N	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	approval	01a22b4f-84b6-7c83-85b5-bdb3891e559b	approved-offer	0.1.0	orkestra:@orkestra/test-workflows	running	\\x5b2c46cf87017289f90bc2d7d229168f1e938c2dbe168815135882c1bcd75cb4	{"title":"Offer","amount":100}	\N	\N	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	29e53f79-0c56-4688-8f44-359b8b63987d	2	2026-11-30 07:16:01.302+00	\N	\N	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	continued	01a22b4f-8578-7583-8246-a7a73e021353	continued-task	0.1.0	orkestra:@orkestra/test-workflows	running	\\x7fe0a9d4a0daac38187bbdd178ab394e1eabd7d3a4230b0ce3dd162de1313048	{"title":"Asked before the run went on"}	\N	\N	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	e2351cfb-b7c4-4dc6-913a-9d41f2e18114	2	2026-11-30 07:16:01.501+00	\N	\N	\N	\N
01a22b4f-1bfd-76ef-a533-1ec6fe74f9bc	support	01a22b4f-8795-72d3-a9a7-a799bbb11f66	customer-support	1.0.0	orkestra:@orkestra/example-support-bot	running	\\x55a060f37b33f21dd693510a43825972b4bda4286cdccfa169aa4fb1911406a2	{"question":"The vase is in pieces. What now?"}	\N	\N	service	01a22b4f-2038-79b9-82da-27ca4e3c1091	support-bot	f4015817-a4be-46aa-825a-77d912aa3cfe	2	2026-11-30 07:16:01.623+00	\N	\N	\N	\N
\.


--
-- Data for Name: workflow_queues; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.workflow_queues (name, unpolled_since) FROM stdin;
\.


--
-- Name: assignment_turns; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.assignment_turns', 1, false);


--
-- Name: migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.migrations_id_seq', 23, true);


--
-- Name: task_search_place; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.task_search_place', 12, true);


--
-- Name: migrations PK_8c82d7f526340ab734260ea46be; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id);


--
-- Name: absences absences_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: agent_sessions agent_sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agent_sessions
    ADD CONSTRAINT agent_sessions_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: api_keys api_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: business_calendars business_calendars_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.business_calendars
    ADD CONSTRAINT business_calendars_pkey PRIMARY KEY (tenant_id, key);


--
-- Name: conversations conversations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: conversations conversations_tenant_id_request_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_tenant_id_request_key_key UNIQUE (tenant_id, request_key);


--
-- Name: group_members group_members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_members
    ADD CONSTRAINT group_members_pkey PRIMARY KEY (tenant_id, user_id, group_id);


--
-- Name: groups groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.groups
    ADD CONSTRAINT groups_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: groups groups_tenant_id_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.groups
    ADD CONSTRAINT groups_tenant_id_key_key UNIQUE (tenant_id, key);


--
-- Name: message_appends message_appends_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_appends
    ADD CONSTRAINT message_appends_pkey PRIMARY KEY (tenant_id, conversation_id, principal_id, operation_id);


--
-- Name: message_payloads message_payloads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_payloads
    ADD CONSTRAINT message_payloads_pkey PRIMARY KEY (tenant_id, message_id);


--
-- Name: messages messages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (tenant_id, conversation_id, number);


--
-- Name: messages messages_tenant_id_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_tenant_id_id_key UNIQUE (tenant_id, id);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);


--
-- Name: reconciler_state reconciler_state_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reconciler_state
    ADD CONSTRAINT reconciler_state_pkey PRIMARY KEY (name);


--
-- Name: service_principals service_principals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.service_principals
    ADD CONSTRAINT service_principals_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: service_principals service_principals_tenant_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.service_principals
    ADD CONSTRAINT service_principals_tenant_id_name_key UNIQUE (tenant_id, name);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_hash);


--
-- Name: sign_in_failures sign_in_failures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_failures
    ADD CONSTRAINT sign_in_failures_pkey PRIMARY KEY (subject);


--
-- Name: standing_rules standing_rules_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standing_rules
    ADD CONSTRAINT standing_rules_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: standing_rules standing_rules_tenant_id_request_id_call_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standing_rules
    ADD CONSTRAINT standing_rules_tenant_id_request_id_call_id_key UNIQUE (tenant_id, request_id, call_id);


--
-- Name: stray_files stray_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stray_files
    ADD CONSTRAINT stray_files_pkey PRIMARY KEY (tenant_id, file_key);


--
-- Name: task_attachments task_attachments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_attachments
    ADD CONSTRAINT task_attachments_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: task_attachments task_attachments_tenant_id_file_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_attachments
    ADD CONSTRAINT task_attachments_tenant_id_file_key_key UNIQUE (tenant_id, file_key);


--
-- Name: task_candidates task_candidates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_candidates
    ADD CONSTRAINT task_candidates_pkey PRIMARY KEY (tenant_id, task_id, role, principal_id);


--
-- Name: task_comment_versions task_comment_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_comment_versions
    ADD CONSTRAINT task_comment_versions_pkey PRIMARY KEY (tenant_id, comment_id, version);


--
-- Name: task_comments task_comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_comments
    ADD CONSTRAINT task_comments_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: task_decisions task_decisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_decisions
    ADD CONSTRAINT task_decisions_pkey PRIMARY KEY (tenant_id, task_id, round, voter_id);


--
-- Name: task_drafts task_drafts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_drafts
    ADD CONSTRAINT task_drafts_pkey PRIMARY KEY (tenant_id, task_id, user_id);


--
-- Name: task_events task_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_events
    ADD CONSTRAINT task_events_pkey PRIMARY KEY (tenant_id, id, at);


--
-- Name: task_events_rest task_events_rest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_events_rest
    ADD CONSTRAINT task_events_rest_pkey PRIMARY KEY (tenant_id, id, at);


--
-- Name: task_operations task_operations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_operations
    ADD CONSTRAINT task_operations_pkey PRIMARY KEY (tenant_id, principal_id, operation_id);


--
-- Name: task_payloads task_payloads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_payloads
    ADD CONSTRAINT task_payloads_pkey PRIMARY KEY (tenant_id, task_id, kind);


--
-- Name: task_search task_search_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_search
    ADD CONSTRAINT task_search_pkey PRIMARY KEY (tenant_id, task_id);


--
-- Name: task_steps task_steps_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_steps
    ADD CONSTRAINT task_steps_pkey PRIMARY KEY (tenant_id, task_id, "position");


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: tasks tasks_tenant_id_request_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_tenant_id_request_key_key UNIQUE (tenant_id, request_key);


--
-- Name: tenants tenants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);


--
-- Name: tenants tenants_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_slug_key UNIQUE (slug);


--
-- Name: tool_call_payloads tool_call_payloads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_call_payloads
    ADD CONSTRAINT tool_call_payloads_pkey PRIMARY KEY (tenant_id, request_id, call_id);


--
-- Name: tool_calls tool_calls_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_calls
    ADD CONSTRAINT tool_calls_pkey PRIMARY KEY (tenant_id, request_id, call_id);


--
-- Name: tool_requests tool_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_requests
    ADD CONSTRAINT tool_requests_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: tool_requests tool_requests_tenant_id_agent_kind_agent_id_request_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_requests
    ADD CONSTRAINT tool_requests_tenant_id_agent_kind_agent_id_request_key_key UNIQUE (tenant_id, agent_kind, agent_id, request_key);


--
-- Name: tool_requests tool_requests_tenant_id_task_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_requests
    ADD CONSTRAINT tool_requests_tenant_id_task_id_key UNIQUE (tenant_id, task_id);


--
-- Name: user_skills user_skills_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_skills
    ADD CONSTRAINT user_skills_pkey PRIMARY KEY (tenant_id, user_id, skill);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: users users_tenant_id_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_tenant_id_email_key UNIQUE (tenant_id, email);


--
-- Name: workflow_definitions workflow_definitions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workflow_definitions
    ADD CONSTRAINT workflow_definitions_pkey PRIMARY KEY (id);


--
-- Name: workflow_definitions workflow_definitions_tenant_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workflow_definitions
    ADD CONSTRAINT workflow_definitions_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name);


--
-- Name: workflow_executions workflow_executions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workflow_executions
    ADD CONSTRAINT workflow_executions_pkey PRIMARY KEY (tenant_id, key);


--
-- Name: workflow_queues workflow_queues_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workflow_queues
    ADD CONSTRAINT workflow_queues_pkey PRIMARY KEY (name);


--
-- Name: absences_substitute; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX absences_substitute ON public.absences USING btree (tenant_id, substitute_id, ends_at) WHERE (substitute_id IS NOT NULL);


--
-- Name: absences_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX absences_user ON public.absences USING btree (tenant_id, user_id, ends_at);


--
-- Name: agent_sessions_principal; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX agent_sessions_principal ON public.agent_sessions USING btree (tenant_id, principal_id, used_at);


--
-- Name: agent_sessions_used; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX agent_sessions_used ON public.agent_sessions USING btree (used_at);


--
-- Name: api_keys_prefix; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX api_keys_prefix ON public.api_keys USING btree (prefix);


--
-- Name: api_keys_principal; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX api_keys_principal ON public.api_keys USING btree (tenant_id, service_principal_id);


--
-- Name: conversations_channel; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX conversations_channel ON public.conversations USING btree (tenant_id, channel, id);


--
-- Name: conversations_channel_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX conversations_channel_status ON public.conversations USING btree (tenant_id, channel, status, id);


--
-- Name: conversations_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX conversations_status ON public.conversations USING btree (tenant_id, status, id);


--
-- Name: group_members_group; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX group_members_group ON public.group_members USING btree (tenant_id, group_id);


--
-- Name: groups_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX groups_by_name ON public.groups USING btree (tenant_id, name, id);


--
-- Name: outbox_dead; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_dead ON public.outbox USING btree (available_at) WHERE (status = 'dead'::text);


--
-- Name: outbox_delivered; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_delivered ON public.outbox USING btree (settled_at) WHERE (status = 'delivered'::text);


--
-- Name: outbox_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_due ON public.outbox USING btree (available_at, id) WHERE (status = 'pending'::text);


--
-- Name: outbox_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_task ON public.outbox USING btree (tenant_id, task_id, id);


--
-- Name: sessions_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);


--
-- Name: sessions_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_user ON public.sessions USING btree (tenant_id, user_id);


--
-- Name: sign_in_failures_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_in_failures_expiry ON public.sign_in_failures USING btree (expires_at);


--
-- Name: standing_rules_agent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standing_rules_agent ON public.standing_rules USING btree (tenant_id, agent_id, tool, expires_at) WHERE (revoked_at IS NULL);


--
-- Name: standing_rules_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standing_rules_expiry ON public.standing_rules USING btree (tenant_id, expires_at, id);


--
-- Name: stray_files_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stray_files_age ON public.stray_files USING btree (noted_at);


--
-- Name: task_attachments_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_attachments_task ON public.task_attachments USING btree (tenant_id, task_id, id);


--
-- Name: task_candidates_closed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_candidates_closed ON public.task_candidates USING btree (tenant_id, principal_id, closed_at, task_id) WHERE ((NOT open) AND (role = 'candidate'::text));


--
-- Name: task_candidates_excluded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_candidates_excluded ON public.task_candidates USING btree (tenant_id, principal_id, task_id) WHERE ((role = 'excluded'::text) AND open);


--
-- Name: task_candidates_inbox; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_candidates_inbox ON public.task_candidates USING btree (tenant_id, principal_id, due_at, rank, task_id) INCLUDE (voting) WHERE (claimable AND (role = 'candidate'::text));


--
-- Name: task_candidates_inbox_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_candidates_inbox_created ON public.task_candidates USING btree (tenant_id, principal_id, created_at, task_id) INCLUDE (voting) WHERE (claimable AND (role = 'candidate'::text));


--
-- Name: task_candidates_inbox_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_candidates_inbox_priority ON public.task_candidates USING btree (tenant_id, principal_id, rank, due_at, task_id) INCLUDE (voting) WHERE (claimable AND (role = 'candidate'::text));


--
-- Name: task_candidates_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_candidates_open ON public.task_candidates USING btree (tenant_id, principal_id, due_at, rank, task_id) WHERE (open AND (role = 'candidate'::text));


--
-- Name: task_candidates_open_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_candidates_open_created ON public.task_candidates USING btree (tenant_id, principal_id, created_at, task_id) WHERE (open AND (role = 'candidate'::text));


--
-- Name: task_candidates_open_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_candidates_open_priority ON public.task_candidates USING btree (tenant_id, principal_id, rank, due_at, task_id) WHERE (open AND (role = 'candidate'::text));


--
-- Name: task_comments_operation; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX task_comments_operation ON public.task_comments USING btree (tenant_id, author_id, operation_id) WHERE (operation_id IS NOT NULL);


--
-- Name: task_comments_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_comments_task ON public.task_comments USING btree (tenant_id, task_id, id);


--
-- Name: task_events_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_events_task ON ONLY public.task_events USING btree (tenant_id, task_id, id);


--
-- Name: task_events_rest_tenant_id_task_id_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_events_rest_tenant_id_task_id_id_idx ON public.task_events_rest USING btree (tenant_id, task_id, id);


--
-- Name: task_operations_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_operations_age ON public.task_operations USING btree (created_at);


--
-- Name: task_search_outdated; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_search_outdated ON public.task_search USING btree (tenant_id, task_id) WHERE (words_version < 2);


--
-- Name: task_search_places; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_search_places ON public.task_search USING btree (tenant_id, open, place);


--
-- Name: task_search_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX task_search_words ON public.task_search USING gin (words, public.task_search_bucket(tenant_id, open, place)) WITH (fastupdate=off);


--
-- Name: tasks_closed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_closed ON public.tasks USING btree (tenant_id, closed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);


--
-- Name: tasks_closed_group; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_closed_group ON public.tasks USING btree (tenant_id, group_id, closed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);


--
-- Name: tasks_closed_mine; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_closed_mine ON public.tasks USING btree (tenant_id, assignee_id, closed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);


--
-- Name: tasks_conversation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_conversation ON public.tasks USING btree (tenant_id, conversation_id, id) WHERE (conversation_id IS NOT NULL);


--
-- Name: tasks_creator; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_creator ON public.tasks USING btree (tenant_id, created_by_id, due_at, rank, id) WHERE ((closed_at IS NULL) AND (created_by_kind = 'user'::text));


--
-- Name: tasks_creator_closed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_creator_closed ON public.tasks USING btree (tenant_id, created_by_id, closed_at, id) WHERE ((closed_at IS NOT NULL) AND (created_by_kind = 'user'::text));


--
-- Name: tasks_creator_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_creator_created ON public.tasks USING btree (tenant_id, created_by_id, created_at, id) WHERE ((closed_at IS NULL) AND (created_by_kind = 'user'::text));


--
-- Name: tasks_creator_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_creator_priority ON public.tasks USING btree (tenant_id, created_by_id, rank, due_at, id) WHERE ((closed_at IS NULL) AND (created_by_kind = 'user'::text));


--
-- Name: tasks_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_expiry ON public.tasks USING btree (expires_at) WHERE (closed_at IS NULL);


--
-- Name: tasks_group; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_group ON public.tasks USING btree (tenant_id, group_id, due_at, rank, id) WHERE (closed_at IS NULL);


--
-- Name: tasks_group_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_group_created ON public.tasks USING btree (tenant_id, group_id, created_at, id) WHERE (closed_at IS NULL);


--
-- Name: tasks_group_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_group_priority ON public.tasks USING btree (tenant_id, group_id, rank, due_at, id) WHERE (closed_at IS NULL);


--
-- Name: tasks_group_ready; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_group_ready ON public.tasks USING btree (tenant_id, group_id) WHERE (status = 'READY'::text);


--
-- Name: tasks_mine; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_mine ON public.tasks USING btree (tenant_id, assignee_id, due_at, rank, id) WHERE (closed_at IS NULL);


--
-- Name: tasks_mine_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_mine_created ON public.tasks USING btree (tenant_id, assignee_id, created_at, id) WHERE ((closed_at IS NULL) AND (assignee_id IS NOT NULL));


--
-- Name: tasks_mine_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_mine_priority ON public.tasks USING btree (tenant_id, assignee_id, rank, due_at, id) WHERE ((closed_at IS NULL) AND (assignee_id IS NOT NULL));


--
-- Name: tasks_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open ON public.tasks USING btree (tenant_id, due_at, rank, id) WHERE (closed_at IS NULL);


--
-- Name: tasks_open_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open_created ON public.tasks USING btree (tenant_id, created_at, id) WHERE (closed_at IS NULL);


--
-- Name: tasks_open_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open_priority ON public.tasks USING btree (tenant_id, rank, due_at, id) WHERE (closed_at IS NULL);


--
-- Name: tasks_owned; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_owned ON public.tasks USING btree (tenant_id, owner_id, due_at, rank, id) WHERE ((closed_at IS NULL) AND (owner_id IS NOT NULL));


--
-- Name: tasks_owned_closed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_owned_closed ON public.tasks USING btree (tenant_id, owner_id, closed_at, id) WHERE ((closed_at IS NOT NULL) AND (owner_id IS NOT NULL));


--
-- Name: tasks_owned_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_owned_created ON public.tasks USING btree (tenant_id, owner_id, created_at, id) WHERE ((closed_at IS NULL) AND (owner_id IS NOT NULL));


--
-- Name: tasks_owned_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_owned_priority ON public.tasks USING btree (tenant_id, owner_id, rank, due_at, id) WHERE ((closed_at IS NULL) AND (owner_id IS NOT NULL));


--
-- Name: tasks_resumption; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_resumption ON public.tasks USING btree (resumes_at) WHERE (resumes_at IS NOT NULL);


--
-- Name: tasks_told; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_told ON public.tasks USING btree (closed_at, id) WHERE ((closed_at IS NOT NULL) AND (COALESCE(workflow_id, timer_workflow_id) IS NOT NULL));


--
-- Name: tasks_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_type ON public.tasks USING btree (tenant_id, type, due_at, rank, id) WHERE ((closed_at IS NULL) AND (type IS NOT NULL));


--
-- Name: tasks_type_closed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_type_closed ON public.tasks USING btree (tenant_id, type, closed_at, id) WHERE ((closed_at IS NOT NULL) AND (type IS NOT NULL));


--
-- Name: tasks_type_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_type_created ON public.tasks USING btree (tenant_id, type, created_at, id) WHERE ((closed_at IS NULL) AND (type IS NOT NULL));


--
-- Name: tasks_type_priority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_type_priority ON public.tasks USING btree (tenant_id, type, rank, due_at, id) WHERE ((closed_at IS NULL) AND (type IS NOT NULL));


--
-- Name: tasks_workflow_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_workflow_created ON public.tasks USING btree (tenant_id, workflow_id, created_at, id) WHERE (workflow_id IS NOT NULL);


--
-- Name: tool_calls_rule; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tool_calls_rule ON public.tool_calls USING btree (tenant_id, rule_id, request_id, "position") WHERE (rule_id IS NOT NULL);


--
-- Name: users_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_by_name ON public.users USING btree (tenant_id, display_name, id) WHERE active;


--
-- Name: workflow_executions_by_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_by_status ON public.workflow_executions USING btree (tenant_id, status, started_at DESC, key DESC);


--
-- Name: workflow_executions_by_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_by_type ON public.workflow_executions USING btree (tenant_id, type, started_at DESC, key DESC);


--
-- Name: workflow_executions_lost; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_lost ON public.workflow_executions USING btree (closed_at) WHERE (status = 'lost'::text);


--
-- Name: workflow_executions_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_open ON public.workflow_executions USING btree (tenant_id, key) WHERE (closed_at IS NULL);


--
-- Name: workflow_executions_prefix; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_prefix ON public.workflow_executions USING btree (tenant_id, key COLLATE "C");


--
-- Name: workflow_executions_problems; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_problems ON public.workflow_executions USING btree (problem, tenant_id, key) WHERE ((problem IS NOT NULL) AND (closed_at IS NULL));


--
-- Name: workflow_executions_queues; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_queues ON public.workflow_executions USING btree (task_queue) WHERE (closed_at IS NULL);


--
-- Name: workflow_executions_recent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_recent ON public.workflow_executions USING btree (tenant_id, started_at DESC, key DESC);


--
-- Name: workflow_executions_starting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workflow_executions_starting ON public.workflow_executions USING btree (started_at) WHERE (status = 'starting'::text);


--
-- Name: task_events_rest_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.task_events_pkey ATTACH PARTITION public.task_events_rest_pkey;


--
-- Name: task_events_rest_tenant_id_task_id_id_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.task_events_task ATTACH PARTITION public.task_events_rest_tenant_id_task_id_id_idx;


--
-- Name: task_candidates task_candidates_place; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER task_candidates_place BEFORE INSERT ON public.task_candidates FOR EACH ROW WHEN ((new.created_at IS NULL)) EXECUTE FUNCTION public.place_task_candidate();


--
-- Name: task_payloads task_payloads_added; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER task_payloads_added AFTER INSERT ON public.task_payloads REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.index_task_words();


--
-- Name: task_payloads task_payloads_changed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER task_payloads_changed AFTER UPDATE ON public.task_payloads REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.index_task_words();


--
-- Name: tasks tasks_closing; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tasks_closing AFTER UPDATE OF closed_at ON public.tasks FOR EACH ROW WHEN ((old.closed_at IS DISTINCT FROM new.closed_at)) EXECUTE FUNCTION public.follow_closing();


--
-- Name: users users_session_epoch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER users_session_epoch BEFORE UPDATE OF active, password_hash ON public.users FOR EACH ROW WHEN (((old.active <> new.active) OR (old.password_hash IS DISTINCT FROM new.password_hash))) EXECUTE FUNCTION public.begin_session_epoch();


--
-- Name: absences absences_tenant_id_substitute_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_tenant_id_substitute_id_fkey FOREIGN KEY (tenant_id, substitute_id) REFERENCES public.users(tenant_id, id);


--
-- Name: absences absences_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id);


--
-- Name: agent_sessions agent_sessions_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agent_sessions
    ADD CONSTRAINT agent_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: api_keys api_keys_tenant_id_service_principal_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_tenant_id_service_principal_id_fkey FOREIGN KEY (tenant_id, service_principal_id) REFERENCES public.service_principals(tenant_id, id);


--
-- Name: business_calendars business_calendars_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.business_calendars
    ADD CONSTRAINT business_calendars_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: conversations conversations_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: group_members group_members_tenant_id_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_members
    ADD CONSTRAINT group_members_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES public.groups(tenant_id, id);


--
-- Name: group_members group_members_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_members
    ADD CONSTRAINT group_members_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id);


--
-- Name: groups groups_tenant_id_calendar_key_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.groups
    ADD CONSTRAINT groups_tenant_id_calendar_key_fkey FOREIGN KEY (tenant_id, calendar_key) REFERENCES public.business_calendars(tenant_id, key);


--
-- Name: groups groups_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.groups
    ADD CONSTRAINT groups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: message_appends message_appends_tenant_id_conversation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_appends
    ADD CONSTRAINT message_appends_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES public.conversations(tenant_id, id);


--
-- Name: message_payloads message_payloads_tenant_id_message_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_payloads
    ADD CONSTRAINT message_payloads_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES public.messages(tenant_id, id);


--
-- Name: messages messages_tenant_id_conversation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES public.conversations(tenant_id, id);


--
-- Name: outbox outbox_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: service_principals service_principals_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.service_principals
    ADD CONSTRAINT service_principals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: sessions sessions_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id);


--
-- Name: standing_rules standing_rules_tenant_id_granted_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standing_rules
    ADD CONSTRAINT standing_rules_tenant_id_granted_by_id_fkey FOREIGN KEY (tenant_id, granted_by_id) REFERENCES public.users(tenant_id, id);


--
-- Name: standing_rules standing_rules_tenant_id_request_id_call_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standing_rules
    ADD CONSTRAINT standing_rules_tenant_id_request_id_call_id_fkey FOREIGN KEY (tenant_id, request_id, call_id) REFERENCES public.tool_calls(tenant_id, request_id, call_id);


--
-- Name: standing_rules standing_rules_tenant_id_revoked_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standing_rules
    ADD CONSTRAINT standing_rules_tenant_id_revoked_by_id_fkey FOREIGN KEY (tenant_id, revoked_by_id) REFERENCES public.users(tenant_id, id);


--
-- Name: standing_rules standing_rules_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standing_rules
    ADD CONSTRAINT standing_rules_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: stray_files stray_files_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stray_files
    ADD CONSTRAINT stray_files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: task_attachments task_attachments_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_attachments
    ADD CONSTRAINT task_attachments_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: task_candidates task_candidates_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_candidates
    ADD CONSTRAINT task_candidates_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: task_comment_versions task_comment_versions_tenant_id_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_comment_versions
    ADD CONSTRAINT task_comment_versions_tenant_id_comment_id_fkey FOREIGN KEY (tenant_id, comment_id) REFERENCES public.task_comments(tenant_id, id);


--
-- Name: task_comments task_comments_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_comments
    ADD CONSTRAINT task_comments_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: task_decisions task_decisions_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_decisions
    ADD CONSTRAINT task_decisions_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: task_drafts task_drafts_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_drafts
    ADD CONSTRAINT task_drafts_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: task_drafts task_drafts_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_drafts
    ADD CONSTRAINT task_drafts_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id);


--
-- Name: task_operations task_operations_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_operations
    ADD CONSTRAINT task_operations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: task_payloads task_payloads_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_payloads
    ADD CONSTRAINT task_payloads_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: task_search task_search_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_search
    ADD CONSTRAINT task_search_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id) ON DELETE CASCADE;


--
-- Name: task_steps task_steps_tenant_id_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_steps
    ADD CONSTRAINT task_steps_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES public.groups(tenant_id, id);


--
-- Name: task_steps task_steps_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_steps
    ADD CONSTRAINT task_steps_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: task_steps task_steps_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_steps
    ADD CONSTRAINT task_steps_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id);


--
-- Name: tasks tasks_tenant_id_assignee_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_tenant_id_assignee_id_fkey FOREIGN KEY (tenant_id, assignee_id) REFERENCES public.users(tenant_id, id);


--
-- Name: tasks tasks_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: tasks tasks_tenant_id_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES public.groups(tenant_id, id);


--
-- Name: tasks tasks_tenant_id_owner_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES public.users(tenant_id, id);


--
-- Name: tenants tenants_id_calendar_key_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_id_calendar_key_fkey FOREIGN KEY (id, calendar_key) REFERENCES public.business_calendars(tenant_id, key);


--
-- Name: tool_call_payloads tool_call_payloads_tenant_id_request_id_call_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_call_payloads
    ADD CONSTRAINT tool_call_payloads_tenant_id_request_id_call_id_fkey FOREIGN KEY (tenant_id, request_id, call_id) REFERENCES public.tool_calls(tenant_id, request_id, call_id);


--
-- Name: tool_calls tool_calls_tenant_id_request_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_calls
    ADD CONSTRAINT tool_calls_tenant_id_request_id_fkey FOREIGN KEY (tenant_id, request_id) REFERENCES public.tool_requests(tenant_id, id);


--
-- Name: tool_calls tool_calls_tenant_id_rule_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_calls
    ADD CONSTRAINT tool_calls_tenant_id_rule_id_fkey FOREIGN KEY (tenant_id, rule_id) REFERENCES public.standing_rules(tenant_id, id);


--
-- Name: tool_requests tool_requests_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_requests
    ADD CONSTRAINT tool_requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: tool_requests tool_requests_tenant_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_requests
    ADD CONSTRAINT tool_requests_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES public.tasks(tenant_id, id);


--
-- Name: user_skills user_skills_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_skills
    ADD CONSTRAINT user_skills_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id);


--
-- Name: users users_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: workflow_definitions workflow_definitions_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workflow_definitions
    ADD CONSTRAINT workflow_definitions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: workflow_executions workflow_executions_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workflow_executions
    ADD CONSTRAINT workflow_executions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);


--
-- Name: absences; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.absences ENABLE ROW LEVEL SECURITY;

--
-- Name: absences absences_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY absences_tenant ON public.absences TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: agent_sessions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.agent_sessions ENABLE ROW LEVEL SECURITY;

--
-- Name: agent_sessions agent_sessions_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY agent_sessions_system ON public.agent_sessions TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: agent_sessions agent_sessions_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY agent_sessions_tenant ON public.agent_sessions TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: api_keys; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.api_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: api_keys api_keys_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY api_keys_system ON public.api_keys TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: api_keys api_keys_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY api_keys_tenant ON public.api_keys TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: business_calendars; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.business_calendars ENABLE ROW LEVEL SECURITY;

--
-- Name: business_calendars business_calendars_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY business_calendars_system ON public.business_calendars FOR SELECT TO orkestra_system USING (true);


--
-- Name: business_calendars business_calendars_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY business_calendars_tenant ON public.business_calendars TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: conversations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.conversations ENABLE ROW LEVEL SECURITY;

--
-- Name: conversations conversations_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY conversations_tenant ON public.conversations TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: group_members; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.group_members ENABLE ROW LEVEL SECURITY;

--
-- Name: group_members group_members_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY group_members_system ON public.group_members TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: group_members group_members_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY group_members_tenant ON public.group_members TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: groups; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.groups ENABLE ROW LEVEL SECURITY;

--
-- Name: groups groups_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY groups_system ON public.groups TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: groups groups_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY groups_tenant ON public.groups TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: message_appends; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.message_appends ENABLE ROW LEVEL SECURITY;

--
-- Name: message_appends message_appends_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY message_appends_tenant ON public.message_appends TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: message_payloads; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.message_payloads ENABLE ROW LEVEL SECURITY;

--
-- Name: message_payloads message_payloads_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY message_payloads_tenant ON public.message_payloads TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: messages; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.messages ENABLE ROW LEVEL SECURITY;

--
-- Name: messages messages_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY messages_tenant ON public.messages TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: outbox; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;

--
-- Name: outbox outbox_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY outbox_system ON public.outbox TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: outbox outbox_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY outbox_tenant ON public.outbox TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: reconciler_state; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reconciler_state ENABLE ROW LEVEL SECURITY;

--
-- Name: reconciler_state reconciler_state_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reconciler_state_system ON public.reconciler_state TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: service_principals; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.service_principals ENABLE ROW LEVEL SECURITY;

--
-- Name: service_principals service_principals_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY service_principals_system ON public.service_principals TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: service_principals service_principals_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY service_principals_tenant ON public.service_principals TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: sessions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;

--
-- Name: sessions sessions_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sessions_system ON public.sessions TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: sign_in_failures; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sign_in_failures ENABLE ROW LEVEL SECURITY;

--
-- Name: sign_in_failures sign_in_failures_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sign_in_failures_system ON public.sign_in_failures TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: standing_rules; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.standing_rules ENABLE ROW LEVEL SECURITY;

--
-- Name: standing_rules standing_rules_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY standing_rules_tenant ON public.standing_rules TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: stray_files; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.stray_files ENABLE ROW LEVEL SECURITY;

--
-- Name: stray_files stray_files_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY stray_files_system ON public.stray_files TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: stray_files stray_files_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY stray_files_tenant ON public.stray_files TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_attachments; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_attachments ENABLE ROW LEVEL SECURITY;

--
-- Name: task_attachments task_attachments_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_attachments_tenant ON public.task_attachments TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_candidates; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_candidates ENABLE ROW LEVEL SECURITY;

--
-- Name: task_candidates task_candidates_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_candidates_system ON public.task_candidates TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: task_candidates task_candidates_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_candidates_tenant ON public.task_candidates TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_comment_versions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_comment_versions ENABLE ROW LEVEL SECURITY;

--
-- Name: task_comment_versions task_comment_versions_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_comment_versions_tenant ON public.task_comment_versions TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_comments; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_comments ENABLE ROW LEVEL SECURITY;

--
-- Name: task_comments task_comments_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_comments_tenant ON public.task_comments TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_decisions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_decisions ENABLE ROW LEVEL SECURITY;

--
-- Name: task_decisions task_decisions_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_decisions_system ON public.task_decisions TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: task_decisions task_decisions_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_decisions_tenant ON public.task_decisions TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_drafts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_drafts ENABLE ROW LEVEL SECURITY;

--
-- Name: task_drafts task_drafts_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_drafts_system ON public.task_drafts TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: task_drafts task_drafts_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_drafts_tenant ON public.task_drafts TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_events; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_events ENABLE ROW LEVEL SECURITY;

--
-- Name: task_events_rest; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_events_rest ENABLE ROW LEVEL SECURITY;

--
-- Name: task_events task_events_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_events_system ON public.task_events TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: task_events task_events_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_events_tenant ON public.task_events TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_operations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_operations ENABLE ROW LEVEL SECURITY;

--
-- Name: task_operations task_operations_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_operations_system ON public.task_operations TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: task_operations task_operations_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_operations_tenant ON public.task_operations TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_payloads; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_payloads ENABLE ROW LEVEL SECURITY;

--
-- Name: task_payloads task_payloads_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_payloads_system ON public.task_payloads TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: task_payloads task_payloads_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_payloads_tenant ON public.task_payloads TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_search; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_search ENABLE ROW LEVEL SECURITY;

--
-- Name: task_search task_search_owner; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_search_owner ON public.task_search FOR SELECT TO orkestra_owner USING (true);


--
-- Name: task_search task_search_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_search_system ON public.task_search TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: task_search task_search_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_search_tenant ON public.task_search TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: task_steps; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_steps ENABLE ROW LEVEL SECURITY;

--
-- Name: task_steps task_steps_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY task_steps_tenant ON public.task_steps TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: tasks; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tasks ENABLE ROW LEVEL SECURITY;

--
-- Name: tasks tasks_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tasks_system ON public.tasks TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: tasks tasks_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tasks_tenant ON public.tasks TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: tenants; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tenants ENABLE ROW LEVEL SECURITY;

--
-- Name: tenants tenants_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenants_system ON public.tenants TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: tenants tenants_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenants_tenant ON public.tenants TO orkestra_app USING ((id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: tool_call_payloads; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tool_call_payloads ENABLE ROW LEVEL SECURITY;

--
-- Name: tool_call_payloads tool_call_payloads_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tool_call_payloads_tenant ON public.tool_call_payloads TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: tool_calls; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tool_calls ENABLE ROW LEVEL SECURITY;

--
-- Name: tool_calls tool_calls_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tool_calls_tenant ON public.tool_calls TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: tool_requests; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tool_requests ENABLE ROW LEVEL SECURITY;

--
-- Name: tool_requests tool_requests_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tool_requests_tenant ON public.tool_requests TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: user_skills; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.user_skills ENABLE ROW LEVEL SECURITY;

--
-- Name: user_skills user_skills_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_skills_tenant ON public.user_skills TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: users; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

--
-- Name: users users_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY users_system ON public.users TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: users users_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY users_tenant ON public.users TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: workflow_definitions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.workflow_definitions ENABLE ROW LEVEL SECURITY;

--
-- Name: workflow_definitions workflow_definitions_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workflow_definitions_system ON public.workflow_definitions TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: workflow_definitions workflow_definitions_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workflow_definitions_tenant ON public.workflow_definitions TO orkestra_app USING (((tenant_id IS NULL) OR (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)));


--
-- Name: workflow_executions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.workflow_executions ENABLE ROW LEVEL SECURITY;

--
-- Name: workflow_executions workflow_executions_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workflow_executions_system ON public.workflow_executions TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: workflow_executions workflow_executions_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workflow_executions_tenant ON public.workflow_executions TO orkestra_app USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid));


--
-- Name: workflow_queues; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.workflow_queues ENABLE ROW LEVEL SECURITY;

--
-- Name: workflow_queues workflow_queues_app; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workflow_queues_app ON public.workflow_queues FOR SELECT TO orkestra_app USING (true);


--
-- Name: workflow_queues workflow_queues_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workflow_queues_system ON public.workflow_queues TO orkestra_system USING (true) WITH CHECK (true);


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA public TO orkestra_app;
GRANT USAGE ON SCHEMA public TO orkestra_system;


--
-- Name: FUNCTION search_tasks(query text, want_open boolean, most integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.search_tasks(query text, want_open boolean, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.search_tasks(query text, want_open boolean, most integer) TO orkestra_app;


--
-- Name: TABLE absences; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.absences TO orkestra_app;


--
-- Name: TABLE agent_sessions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agent_sessions TO orkestra_app;
GRANT SELECT,DELETE ON TABLE public.agent_sessions TO orkestra_system;


--
-- Name: TABLE api_keys; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT ON TABLE public.api_keys TO orkestra_app;
GRANT SELECT ON TABLE public.api_keys TO orkestra_system;


--
-- Name: COLUMN api_keys.tenant_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(tenant_id) ON TABLE public.api_keys TO orkestra_app;


--
-- Name: COLUMN api_keys.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.api_keys TO orkestra_app;


--
-- Name: COLUMN api_keys.service_principal_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(service_principal_id) ON TABLE public.api_keys TO orkestra_app;


--
-- Name: COLUMN api_keys.prefix; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(prefix) ON TABLE public.api_keys TO orkestra_app;


--
-- Name: COLUMN api_keys.scopes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(scopes) ON TABLE public.api_keys TO orkestra_app;


--
-- Name: COLUMN api_keys.created_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(created_at) ON TABLE public.api_keys TO orkestra_app;


--
-- Name: COLUMN api_keys.expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(expires_at) ON TABLE public.api_keys TO orkestra_app;


--
-- Name: COLUMN api_keys.last_used_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(last_used_at) ON TABLE public.api_keys TO orkestra_app;
GRANT UPDATE(last_used_at) ON TABLE public.api_keys TO orkestra_system;


--
-- Name: COLUMN api_keys.revoked_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE public.api_keys TO orkestra_app;


--
-- Name: SEQUENCE assignment_turns; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.assignment_turns TO orkestra_app;


--
-- Name: TABLE business_calendars; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.business_calendars TO orkestra_app;


--
-- Name: COLUMN business_calendars.zone; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(zone) ON TABLE public.business_calendars TO orkestra_system;


--
-- Name: TABLE conversations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.conversations TO orkestra_app;


--
-- Name: TABLE group_members; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.group_members TO orkestra_app;
GRANT SELECT ON TABLE public.group_members TO orkestra_system;


--
-- Name: TABLE groups; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.groups TO orkestra_app;


--
-- Name: COLUMN groups.tenant_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(tenant_id) ON TABLE public.groups TO orkestra_system;


--
-- Name: COLUMN groups.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.groups TO orkestra_system;


--
-- Name: COLUMN groups.key; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(key) ON TABLE public.groups TO orkestra_system;


--
-- Name: TABLE message_appends; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.message_appends TO orkestra_app;


--
-- Name: TABLE message_payloads; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.message_payloads TO orkestra_app;


--
-- Name: TABLE messages; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.messages TO orkestra_app;


--
-- Name: TABLE outbox; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.outbox TO orkestra_app;
GRANT SELECT,DELETE,UPDATE ON TABLE public.outbox TO orkestra_system;


--
-- Name: TABLE reconciler_state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.reconciler_state TO orkestra_system;


--
-- Name: TABLE service_principals; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.service_principals TO orkestra_app;
GRANT SELECT ON TABLE public.service_principals TO orkestra_system;


--
-- Name: TABLE sessions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO orkestra_system;


--
-- Name: TABLE sign_in_failures; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_failures TO orkestra_system;


--
-- Name: TABLE standing_rules; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.standing_rules TO orkestra_app;


--
-- Name: COLUMN standing_rules.revoked_by_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revoked_by_id) ON TABLE public.standing_rules TO orkestra_app;


--
-- Name: COLUMN standing_rules.revoked_by_name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revoked_by_name) ON TABLE public.standing_rules TO orkestra_app;


--
-- Name: COLUMN standing_rules.revoked_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revoked_at) ON TABLE public.standing_rules TO orkestra_app;


--
-- Name: COLUMN standing_rules.use_count; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(use_count) ON TABLE public.standing_rules TO orkestra_app;


--
-- Name: COLUMN standing_rules.last_used_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(last_used_at) ON TABLE public.standing_rules TO orkestra_app;


--
-- Name: TABLE stray_files; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.stray_files TO orkestra_app;
GRANT SELECT,DELETE ON TABLE public.stray_files TO orkestra_system;


--
-- Name: TABLE task_attachments; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.task_attachments TO orkestra_app;


--
-- Name: COLUMN task_attachments.name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(name) ON TABLE public.task_attachments TO orkestra_app;


--
-- Name: TABLE task_candidates; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.task_candidates TO orkestra_app;
GRANT SELECT,UPDATE ON TABLE public.task_candidates TO orkestra_system;


--
-- Name: TABLE task_comment_versions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.task_comment_versions TO orkestra_app;


--
-- Name: TABLE task_comments; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.task_comments TO orkestra_app;


--
-- Name: TABLE task_decisions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.task_decisions TO orkestra_app;
GRANT SELECT,INSERT ON TABLE public.task_decisions TO orkestra_system;


--
-- Name: TABLE task_drafts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.task_drafts TO orkestra_app;
GRANT SELECT,DELETE ON TABLE public.task_drafts TO orkestra_system;


--
-- Name: TABLE task_events; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.task_events TO orkestra_app;
GRANT SELECT,INSERT ON TABLE public.task_events TO orkestra_system;


--
-- Name: TABLE task_operations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.task_operations TO orkestra_app;
GRANT SELECT,DELETE ON TABLE public.task_operations TO orkestra_system;


--
-- Name: TABLE task_payloads; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.task_payloads TO orkestra_app;
GRANT SELECT ON TABLE public.task_payloads TO orkestra_system;


--
-- Name: SEQUENCE task_search_place; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.task_search_place TO orkestra_app;
GRANT USAGE ON SEQUENCE public.task_search_place TO orkestra_system;


--
-- Name: TABLE task_search; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.task_search TO orkestra_app;
GRANT SELECT,UPDATE ON TABLE public.task_search TO orkestra_system;


--
-- Name: TABLE task_steps; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.task_steps TO orkestra_app;


--
-- Name: TABLE tasks; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.tasks TO orkestra_app;
GRANT SELECT,UPDATE ON TABLE public.tasks TO orkestra_system;


--
-- Name: TABLE tenants; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.tenants TO orkestra_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.tenants TO orkestra_system;


--
-- Name: COLUMN tenants.settings; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(settings) ON TABLE public.tenants TO orkestra_app;


--
-- Name: COLUMN tenants.calendar_key; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(calendar_key) ON TABLE public.tenants TO orkestra_app;


--
-- Name: TABLE tool_call_payloads; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.tool_call_payloads TO orkestra_app;


--
-- Name: COLUMN tool_call_payloads.message; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(message) ON TABLE public.tool_call_payloads TO orkestra_app;


--
-- Name: TABLE tool_calls; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.tool_calls TO orkestra_app;


--
-- Name: COLUMN tool_calls.verdict; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(verdict) ON TABLE public.tool_calls TO orkestra_app;


--
-- Name: COLUMN tool_calls.decided_by_kind; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by_kind) ON TABLE public.tool_calls TO orkestra_app;


--
-- Name: COLUMN tool_calls.decided_by_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by_id) ON TABLE public.tool_calls TO orkestra_app;


--
-- Name: COLUMN tool_calls.decided_by_name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by_name) ON TABLE public.tool_calls TO orkestra_app;


--
-- Name: COLUMN tool_calls.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.tool_calls TO orkestra_app;


--
-- Name: TABLE tool_requests; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.tool_requests TO orkestra_app;


--
-- Name: COLUMN tool_requests.task_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(task_id) ON TABLE public.tool_requests TO orkestra_app;


--
-- Name: COLUMN tool_requests.digest; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(digest) ON TABLE public.tool_requests TO orkestra_app;


--
-- Name: TABLE user_skills; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.user_skills TO orkestra_app;


--
-- Name: TABLE users; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT,UPDATE ON TABLE public.users TO orkestra_app;


--
-- Name: COLUMN users.tenant_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(tenant_id) ON TABLE public.users TO orkestra_app;
GRANT SELECT(tenant_id) ON TABLE public.users TO orkestra_system;


--
-- Name: COLUMN users.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.users TO orkestra_app;
GRANT SELECT(id) ON TABLE public.users TO orkestra_system;


--
-- Name: COLUMN users.email; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(email) ON TABLE public.users TO orkestra_app;
GRANT SELECT(email) ON TABLE public.users TO orkestra_system;


--
-- Name: COLUMN users.display_name; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(display_name) ON TABLE public.users TO orkestra_app;
GRANT SELECT(display_name) ON TABLE public.users TO orkestra_system;


--
-- Name: COLUMN users.password_hash; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(password_hash) ON TABLE public.users TO orkestra_system;


--
-- Name: COLUMN users.role; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(role) ON TABLE public.users TO orkestra_app;
GRANT SELECT(role) ON TABLE public.users TO orkestra_system;


--
-- Name: COLUMN users.active; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(active) ON TABLE public.users TO orkestra_app;
GRANT SELECT(active) ON TABLE public.users TO orkestra_system;


--
-- Name: COLUMN users.created_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(created_at) ON TABLE public.users TO orkestra_app;


--
-- Name: COLUMN users.capacity; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(capacity) ON TABLE public.users TO orkestra_app;


--
-- Name: COLUMN users.session_epoch; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(session_epoch) ON TABLE public.users TO orkestra_system;


--
-- Name: TABLE workflow_definitions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.workflow_definitions TO orkestra_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workflow_definitions TO orkestra_system;


--
-- Name: TABLE workflow_executions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.workflow_executions TO orkestra_app;
GRANT SELECT,UPDATE ON TABLE public.workflow_executions TO orkestra_system;


--
-- Name: TABLE workflow_queues; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.workflow_queues TO orkestra_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.workflow_queues TO orkestra_system;


--
-- PostgreSQL database dump complete
--

\unrestrict nkWvkU8oPUJt9cOve5uPHp5o0NN79ITqWGY9fYnzKzGCrmlqtykV0sY2AOsLTrX

