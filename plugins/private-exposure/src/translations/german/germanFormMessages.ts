/** What the fields of template forms say, in German. @internal */
export const germanFormMessages = {
  'clusterPicker.label': 'Cluster',
  'clusterPicker.help': 'Wo der Dienst läuft',
  'clusterPicker.invalid':
    '‚{{cluster}}‘ ist kein Name für einen Cluster: bis zu 100 Buchstaben, Ziffern, ‚.‘, ‚_‘ und ‚-‘.',
  'clusterPicker.loading': 'Die Cluster werden nachgesehen …',
  'clusterPicker.notOffered':
    '‚{{cluster}}‘ wird hier nicht angeboten: Er hat kein Profil, oder die Vorlage nimmt ihn nicht.',
  'clusterPicker.unchecked':
    'Die Liste der Vorlage. Welche davon ein Profil haben, ließ sich nicht nachsehen: {{message}}',
  'clusterPicker.uncheckedForbidden':
    'Die Liste der Vorlage. Sie dürfen nicht sehen, welche davon ein Profil haben.',
  'clusterPicker.failed':
    'Die Cluster ließen sich nicht nachsehen. Geben Sie den Namen Ihres Clusters ein.',
  'clusterPicker.forbidden':
    'Sie dürfen die Cluster nicht sehen. Geben Sie den Namen Ihres Clusters ein.',
  'clusterPicker.empty':
    'Noch kein Cluster hat ein Profil. Wer dieses Portal betreibt, trägt sie unter privateExposure.clusters ein.',
  'clusterPicker.emptyForTemplate':
    'Keiner der Cluster mit Profil ist einer, den diese Vorlage nimmt. Wer dieses Portal betreibt, trägt sie unter privateExposure.clusters ein.',
  'preview.title': 'Vorschau',
  'preview.incomplete':
    'Wählen Sie eine Komponente und einen Cluster, um hier zu sehen, was die Vorlage schreiben würde.',
  'preview.building': 'Die Dateien werden geschrieben …',
  'preview.failed':
    'Die Vorschau lässt sich nicht zeigen. Die Vorlage geht auch ohne sie.',
  'preview.forbidden':
    'Eine Vorschau gibt es nicht, weil Sie nicht sehen dürfen, wie der Cluster ist. Die Vorlage geht auch ohne sie.',
  'preview.unknownKind':
    'Die Vorlage will eine Vorschau von {{kind}}, die dieses Portal nicht hat. Die Vorlage geht auch ohne sie.',
  'preview.refused': 'Noch keine Änderung, die sich schreiben lässt:',
  'preview.noFindings': 'Die Prüfung findet nichts',
  'preview.findings_one': '{{count}} Befund',
  'preview.findings_other': '{{count}} Befunde',
  'preview.findingsTitle': 'Befunde',
  'preview.becomes': 'Was aus dem Service wird',
  'preview.becomesIngress': 'Was aus dem Ingress wird',
  'preview.manifest': 'Manifest',
  'preview.route': 'Manifest der Route',
  'preview.infrastructure': 'Endpunktdienst',
  'preview.existing':
    'Diese Einstellungen kommen zu dem, was im Manifest schon steht; seine Ports, Kommentare und alles Übrige bleiben. Die ganze Datei wird geprüft, bevor der Pull Request geöffnet wird.',
  'preview.existingIngress':
    'Der Ingress kommt neben den Service in das Manifest, das ihn hat; gibt es einen Ingress dieses Namens, wird er geändert, und Kommentare und alles Übrige bleiben. Die ganze Datei wird geprüft, bevor der Pull Request geöffnet wird.',
  'preview.existingRefused':
    'Der Ingress kommt neben den Service in das Manifest, das ihn hat; Kommentare und alles Übrige bleiben. Einen Ingress dieses Namens, der schon da ist und etwas anderes sagt, ändert die Vorlage nicht; sie lehnt ab und überlässt ihn Ihnen. Die ganze Datei wird geprüft, bevor der Pull Request geöffnet wird.',
  'preview.existingRoute':
    'Der Service bleibt, wie er ist. Hat das Manifest der Route schon ein Objekt dieses Namens, so bekommt es die Pfade, die ihm fehlen; Kommentare und alles Übrige bleiben. Die ganze Datei wird geprüft, bevor der Pull Request geöffnet wird.',
  'preview.setting': 'Einstellung',
  'preview.now': 'Jetzt',
  'preview.then': 'Nach dem Merge',
  'preview.changes': 'wird geändert zu',
  'preview.noLonger': 'nicht mehr',
  'preview.notThere': 'bisher keine',
  'preview.nothingChanges':
    'Nichts ändert sich: All das steht schon im Manifest.',
  'preview.restStays': 'Alles Übrige bleibt, wie es ist.',
  'preview.present.loading': 'Was jetzt im Manifest steht, wird nachgesehen …',
  'preview.present.elsewhere':
    'Die Dateien liegen in einem anderen Repository; was der Service jetzt ist, steht deshalb nicht hier, aber im Pull Request.',
  'preview.present.forbidden':
    'Sie dürfen nicht sehen, was jetzt im Manifest steht; deshalb steht hier nur, was daraus wird.',
  'preview.present.unreadable':
    'Was jetzt im Manifest steht, ist nicht bekannt: {{why}}. Hier steht nur, was daraus wird.',
  'preview.present.none':
    'Der Service hat bisher keinen Load Balancer: All das ist neu.',
  'preview.present.noFile':
    '{{repository}} hat auf dem Standard-Branch kein {{path}}, oder dieses Portal darf es nicht lesen. Ändern lässt sich nur, was da ist: Berichtigen Sie das Manifest, oder fügen Sie den Service hinzu.',
  'preview.present.noService':
    '{{path}} in {{repository}} hat keinen Service {{name}}. Ändern lässt sich nur, was da ist: Berichtigen Sie Manifest, Namen oder Namespace, oder fügen Sie den Service hinzu.',
  'preview.present.newFile':
    'Eine neue Datei: {{repository}} hat auf dem Standard-Branch kein {{path}}, oder dieses Portal darf es nicht lesen.',
  'preview.present.newService':
    'Kommt in {{path}}, das es in {{repository}} schon gibt.',
  'preview.unreadable.noRepository':
    'der Katalog nennt kein Repository der Komponente auf einem Git-Host dieses Portals',
  'preview.unreadable.unknownHost':
    'das Repository liegt auf einem Git-Host, der hierfür nicht gelesen wird',
  'preview.unreadable.noAnswer': 'der Git-Host antwortet nicht',
  'preview.unreadable.tooLarge':
    'die Datei ist zu groß, um sie hierfür zu lesen',
  'preview.unreadable.invalid':
    'sein Text ist eine Schablone oder kein richtiges YAML',
  'preview.unreadable.ambiguous': 'der Service steht zweimal darin',
};
