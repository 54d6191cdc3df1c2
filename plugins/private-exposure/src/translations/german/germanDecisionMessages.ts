/** What the dialog of a decision and the list of them say, in German. @internal */
export const germanDecisionMessages = {
  'decision.approveTitle': 'Diese Verbindung annehmen?',
  'decision.rejectTitle': 'Diese Verbindung ablehnen?',
  'decision.removeTitle': 'Diese Verbindung entfernen?',
  'decision.approveMeaning':
    'Der Endpunkt des Nutzers bekommt einen Netzwerkweg zum Dienst und kann sofort Daten senden.',
  'decision.rejectMeaning':
    'Der Endpunkt des Nutzers wird abgewiesen. Um erneut zu fragen, muss der Nutzer einen neuen Endpunkt anlegen.',
  'decision.removeMeaning':
    'Der Nutzer wird sofort abgeschnitten; laufende Anfragen brechen ab. Das lässt sich nicht zurücknehmen: Für eine neue Verbindung muss der Nutzer einen neuen Endpunkt anlegen.',
  'decision.removeOnAzure':
    'Der Nutzer wird sofort abgeschnitten; laufende Anfragen brechen ab. Das lässt sich nicht zurücknehmen: Für eine neue Verbindung muss der Nutzer seinen privaten Endpunkt neu anlegen. Der alte wird endgültig „Disconnected“ und muss vorher gelöscht werden.',
  'decision.removeLeftover':
    'Die Verbindung ist beendet und trägt keine Daten mehr; sie verschwindet aus der Liste. Der Endpunkt bleibt beim Nutzer und ist unbrauchbar: Für eine neue Verbindung muss der Nutzer ihn löschen und einen neuen anlegen.',
  'decision.account': 'Konto des Nutzers',
  'decision.endpoint': 'Endpunkt',
  'decision.region': 'Region',
  'decision.service': 'Dienst',
  'decision.entity': 'Entität',
  'decision.state': 'Jetziger Zustand',
  'decision.request': 'Anfrage',
  'decision.requestOriginHelp':
    'Wer den Pull Request lesen kann, kann auch mit seiner Kennung anfragen. Der eigene Endpunkt von Front Door liegt in einer Subscription von Microsoft, in einer Ressourcengruppe wie eafd-Prod-westeurope. Eine zweite Anfrage mit der Kennung würde hier als strittig gezeigt, und diese dann auch.',
  'decision.requestOriginRegion':
    'Beide Seiten nennen {{region}} als Region des Endpunkts.',
  'decision.requestOriginNoRegion':
    'Azure nennt die Region des Endpunkts nicht auf beiden Seiten; über die Region ist hier also nichts gesagt.',
  'decision.requestHelp':
    'Wer den Pull Request lesen kann, kann mit seiner Kennung anfragen: Vergewissern Sie sich, dass der Nutzer der erwartete ist.',
  'decision.seen': 'Gesehen',
  'decision.unknownValue': 'nicht bekannt',
  'decision.reason': 'Grund',
  'decision.reasonHelp':
    'Wird mit der Entscheidung aufbewahrt, für alle, die später nachsehen.',
  'decision.reasonOnAzure':
    'Wird mit der Entscheidung aufbewahrt, für alle, die später nachsehen. Den Anfang zeigt Azure auch dem Nutzer.',
  'decision.submit': 'Verbindung: {{verdict}}',
  'decision.submitting': 'Entscheidung wird gesendet…',
  'decision.following': 'Entscheidung erfasst. Warten auf die Cloud…',
  'decision.waitingForApproval':
    'Entscheidung erfasst. Eine zweite Person muss zustimmen, bevor etwas geschieht.',
  'decision.canClose':
    'Sie können dies schließen; die Entscheidung läuft weiter und steht unter Entscheidungen.',
  'decision.pollFailed':
    'Die Entscheidung ist erfasst, aber ihr Fortschritt war nicht zu lesen. Neuer Versuch folgt.',
  'decision.applied.approve': 'Angenommen. Zustand jetzt: {{state}}.',
  'decision.applied.reject': 'Abgelehnt. Zustand jetzt: {{state}}.',
  'decision.applied.remove': 'Entfernt. Zustand jetzt: {{state}}.',
  'decision.failed':
    'Die Entscheidung wurde nicht ausgeführt; keine Meldung sagt, warum.',
  'decision.superseded':
    'Nichts wurde getan: Die Verbindung ist nicht mehr, wie sie bei Ihrer Entscheidung war.',
  'decision.unconfirmed':
    'Die Cloud hat den Auftrag angenommen, aber seine Wirkung zeigte sich nicht rechtzeitig.',
  'decision.difference': '{{field}}: gesehen {{before}}, jetzt {{after}}',
  'decision.gone': 'Die Verbindung gibt es in der Cloud nicht mehr.',
  'decision.forbidden': 'Das dürfen Sie nicht entscheiden: {{message}}',
  'decision.conflict': 'Jemand anderes war schneller: {{message}}',
  'decision.invalid': 'Die Entscheidung wurde nicht angenommen: {{message}}',
  'decision.unsent':
    'Es kam keine Antwort ({{message}}). Erneut zu senden ist sicher: Die Entscheidung wird nur einmal erfasst.',
  'decision.sendAgain': 'Erneut senden',
  'decisions.caption': 'Entscheidungen',
  'decisions.empty': 'Noch wurde nichts entschieden.',
  'decisions.emptyFiltered': 'Keine Entscheidung passt zu den Filtern.',
  'decisions.verdict': 'Entscheidung',
  'decisions.who': 'Wer',
  'decisions.when': 'Wann',
  'decisions.consumer': 'Nutzer',
  'decisions.service': 'Dienst',
  'decisions.reason': 'Grund',
  'decisions.outcome': 'Ergebnis',
  'decisions.policy': 'Regel {{name}}',
  'decisions.agreed': 'zugestimmt: {{who}}',
};
