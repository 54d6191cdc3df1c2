/** What the fields of template forms say, in English. @internal */
export const englishFormMessages = {
  clusterPicker: {
    label: 'Cluster',
    help: 'Where the service runs',
    invalid:
      '‘{{cluster}}’ is not a cluster name: use up to 100 letters, digits, ‘.’, ‘_’ and ‘-’.',
    loading: 'Looking up the clusters…',
    notOffered:
      '‘{{cluster}}’ is not offered here: it has no profile, or the template does not take it.',
    unchecked:
      'The template’s own list. Which of them have a profile could not be looked up: {{message}}',
    uncheckedForbidden:
      'The template’s own list. You may not see which of them have a profile.',
    failed: 'The clusters could not be looked up. Type the name of yours.',
    forbidden: 'You may not see the clusters. Type the name of yours.',
    empty:
      'No cluster has a profile yet. Whoever runs this portal adds them under privateExposure.clusters.',
    emptyForTemplate:
      'None of the clusters that have a profile is one that this template takes. Whoever runs this portal adds them under privateExposure.clusters.',
  },
  preview: {
    title: 'Preview',
    incomplete:
      'Choose a component and a cluster to see here what the template would write.',
    building: 'Writing the files…',
    failed: 'The preview can’t be shown. The template works without it.',
    forbidden:
      'There is no preview, because you may not see what the cluster is like. The template works without it.',
    unknownKind:
      'The template asks for a preview of {{kind}}, which this portal has none of. The template works without it.',
    refused: 'Not yet a change that can be written:',
    noFindings: 'The linter finds nothing',
    findings_one: '{{count}} finding',
    findings_other: '{{count}} findings',
    findingsTitle: 'Findings',
    becomes: 'What the Service becomes',
    becomesIngress: 'What the Ingress becomes',
    manifest: 'Manifest',
    route: 'Manifest of the route',
    infrastructure: 'Endpoint service',
    existing:
      'These settings go into what the manifest has already; its ports, comments and all else stay. The whole file is checked before the pull request is opened.',
    existingIngress:
      'The Ingress goes beside the Service, into the manifest that has it; an Ingress of this name that is there is changed, and comments and all else stay. The whole file is checked before the pull request is opened.',
    existingRefused:
      'The Ingress goes beside the Service, into the manifest that has it; comments and all else stay. An Ingress of this name that is there and says something else is left to you: the template refuses to change it. The whole file is checked before the pull request is opened.',
    existingRoute:
      'The Service stays as it is. Where the manifest of the route has an object of this name already, that gets the paths that it lacks; comments and all else stay. The whole file is checked before the pull request is opened.',
    setting: 'Setting',
    now: 'Now',
    then: 'After the merge',
    changes: 'changes to',
    noLonger: 'no longer',
    notThere: 'none so far',
    nothingChanges: 'Nothing changes: the manifest says all of this already.',
    restStays: 'All else stays as it is.',
    present: {
      loading: 'Looking up what the manifest has now…',
      elsewhere:
        'The files are in another repository, so what the Service is now is not shown here. The pull request says it.',
      forbidden:
        'You may not see what the manifest has now, so only what it will be is shown.',
      unreadable:
        'What the manifest has now is not known: {{why}}. Only what it will be is shown.',
      none: 'The Service has no load balancer so far: all of this is new.',
      noFile:
        '{{repository}} has no {{path}} on its default branch, or this portal may not read it. Only what is there can be changed: correct the manifest, or add the Service.',
      noService:
        '{{path}} in {{repository}} has no Service {{name}}. Only what is there can be changed: correct the manifest, the name or the namespace, or add the Service.',
      newFile:
        'A new file: {{repository}} has no {{path}} on its default branch, or this portal may not read it.',
      newService: 'Goes into {{path}}, which is in {{repository}} already.',
    },
    unreadable: {
      noRepository:
        'the catalog names no repository of the component on a Git host of this portal',
      unknownHost:
        'the repository is on a Git host of a kind that is not read for this',
      noAnswer: 'the Git host does not answer',
      tooLarge: 'the file is too large to be read for this',
      invalid: 'its text is a template, or not right as YAML',
      ambiguous: 'it has the Service twice',
    },
  },
} as const;
