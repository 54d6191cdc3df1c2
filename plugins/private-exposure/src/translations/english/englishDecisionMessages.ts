/** What the dialog of a decision and the list of them say, in English. @internal */
export const englishDecisionMessages = {
  decision: {
    approveTitle: 'Approve this connection?',
    rejectTitle: 'Reject this connection?',
    removeTitle: 'Remove this connection?',
    approveMeaning:
      'The consumer’s endpoint gets a network path to the service. It can send traffic at once.',
    rejectMeaning:
      'The consumer’s endpoint is turned away. To ask again, the consumer must create a new endpoint.',
    removeMeaning:
      'The consumer is cut off at once; open requests break. This cannot be undone: to connect again, the consumer must create a new endpoint.',
    removeOnAzure:
      'The consumer is cut off at once; open requests break. This cannot be undone: to connect again, the consumer must recreate its private endpoint. The old one becomes Disconnected for good, and has to be deleted first.',
    removeLeftover:
      'The connection is over and no longer carries traffic; it goes from the list. The consumer’s endpoint stays with the consumer, useless: to connect again, the consumer must delete it and create a new one.',
    account: 'Consumer account',
    endpoint: 'Endpoint',
    region: 'Region',
    service: 'Service',
    entity: 'Entity',
    state: 'Current state',
    request: 'Request',
    requestOriginHelp:
      'Whoever can read the pull request can ask with its id too. Front Door’s own endpoint lies in a subscription of Microsoft, in a resource group such as eafd-Prod-westeurope. A second request with the id would be shown here as contested, as this one then.',
    requestOriginRegion: 'Both sides say that the endpoint is in {{region}}.',
    requestOriginNoRegion:
      'Azure does not say on both sides in which region the endpoint is, so that the region tells nothing here.',
    requestHelp:
      'Whoever can read the pull request can ask with its id: make sure that the consumer is the one you expect.',
    seen: 'Seen',
    unknownValue: 'not known',
    reason: 'Reason',
    reasonHelp: 'Kept with the decision, for those who look later.',
    reasonOnAzure:
      'Kept with the decision, for those who look later. Azure shows its beginning to the consumer as well.',
    submit: '{{verdict}} connection',
    submitting: 'Sending the decision…',
    following: 'Decision stored. Waiting for the cloud…',
    waitingForApproval:
      'Decision stored. A second person has to agree before anything happens.',
    canClose:
      'You can close this; the decision goes on, and shows under Decisions.',
    pollFailed:
      'The decision is stored, but its progress could not be read. Trying again.',
    applied: {
      approve: 'Approved. State now: {{state}}.',
      reject: 'Rejected. State now: {{state}}.',
      remove: 'Removed. State now: {{state}}.',
    },
    failed: 'The decision was not carried out; no message says why.',
    superseded:
      'Nothing was done: the connection is not what it was when you decided.',
    unconfirmed:
      'The cloud took the request, but its effect did not show in time.',
    difference: '{{field}}: seen {{before}}, now {{after}}',
    gone: 'The connection no longer exists in the cloud.',
    forbidden: 'You may not decide this: {{message}}',
    conflict: 'Somebody else was faster: {{message}}',
    invalid: 'The decision was not accepted: {{message}}',
    unsent:
      'No answer came ({{message}}). Sending again is safe: the decision is stored once.',
    sendAgain: 'Send again',
  },
  decisions: {
    caption: 'Decisions',
    empty: 'Nothing was decided yet.',
    emptyFiltered: 'No decision matches the filters.',
    verdict: 'Verdict',
    who: 'Who',
    when: 'When',
    consumer: 'Consumer',
    service: 'Service',
    reason: 'Reason',
    outcome: 'Outcome',
    policy: 'policy {{name}}',
    agreed: 'agreed: {{who}}',
  },
} as const;
