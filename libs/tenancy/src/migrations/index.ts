import { Tenancy1700000000000 } from './1700000000000-tenancy';
import { Assignment1700000004000 } from './1700000004000-assignment';
import { Lists1700000012000 } from './1700000012000-lists';
import { ZonesOfCalendars1700000017001 } from './1700000017001-zones-of-calendars';
import { SessionEpochs1700000020000 } from './1700000020000-session-epochs';
import { AgentSessions1700000021000 } from './1700000021000-agent-sessions';

export const tenancyMigrations = [
  Tenancy1700000000000,
  Assignment1700000004000,
  Lists1700000012000,
  ZonesOfCalendars1700000017001,
  SessionEpochs1700000020000,
  AgentSessions1700000021000,
];
