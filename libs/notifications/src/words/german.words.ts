import type { Words } from './words';

export const GERMAN: Words = {
  sentences: {
    approval_asked: (who) =>
      who === null ? 'Ihre Freigabe wird benötigt' : `${who} bittet um Ihre Freigabe`,
    assigned: (who) =>
      who === null ? 'Ihnen wurde eine Aufgabe zugewiesen' : `${who} hat Ihnen eine Aufgabe zugewiesen`,
    mentioned: (who) => `${who ?? 'Jemand'} hat Sie in einem Kommentar erwähnt`,
    warned: () => 'Eine Aufgabe braucht Ihre Aufmerksamkeit',
    breached: () => 'Eine Aufgabe ist überfällig',
    escalated: (who) => (who === null ? 'Eine Aufgabe wurde eskaliert' : `${who} hat eine Aufgabe eskaliert`),
    changes_requested: (who) => `${who ?? 'Jemand'} bittet Sie um eine Änderung`,
    commented: (who) => `${who ?? 'Jemand'} hat kommentiert`,
    message: () => 'Es gibt eine neue Nachricht in der Unterhaltung',
    completed: (who) => (who === null ? 'Es ist entschieden' : `${who} hat entschieden`),
    cancelled: (who) => (who === null ? 'Es wurde abgebrochen' : `${who} hat es abgebrochen`),
    expired: () => 'Es ist abgelaufen: niemand hat rechtzeitig entschieden',
    created: () => 'Es gibt eine neue Aufgabe in Ihrer Warteschlange',
    claimed: (who) => `${who ?? 'Jemand'} hat es übernommen`,
    workflow_failed: () => 'Ein Workflow ist fehlgeschlagen',
    delivery_failing: () => 'Eine Entscheidung erreicht ihren Workflow nicht',
    webhook_disabled: () => 'Ein Webhook-Endpunkt wurde abgeschaltet, weil dort nichts ankam',
  },
  times: (sentence, count) => `${sentence}, ${count}-mal`,
  several: (count) => `${count} Benachrichtigungen`,
  hello: (name) => `Guten Tag ${name},`,
  due: (when) => `Fällig ${when}`,
  more: (count) => `Und ${count} weitere`,
  answers: { approve: 'Freigeben …', reject: 'Ablehnen …', complete: 'Antworten …' },
  answersInYourName:
    'Diese Links antworten in Ihrem Namen: Geben Sie diese Mail nicht weiter. Jeder fragt noch einmal nach, bevor er zählt.',
  openTask: 'Aufgabe öffnen',
  openApp: 'Orkestra öffnen',
  workspace: (name) => `Orkestra, Arbeitsbereich ${name}`,
  settings: 'Auswählen, worüber Sie benachrichtigt werden',
  unsubscribe: 'Keine solchen Mails mehr',
};
