import { GKE_SERVICE_ATTACHMENT_SOURCE } from '../../catalogues/gkeServiceAttachment';
import { createRule } from '../createRule';
import { exampleAttachment } from './examples';

const OPEN = 'ACCEPT_AUTOMATIC';

/** A Private Service Connect attachment that lets every project in. @internal */
export const attachmentForAll = createRule({
  id: 'gke/attachment-for-all',
  severity: 'warning',
  reads: 'configuration',
  page: {
    summary: 'Every project is connected, and nobody is asked.',
    why: 'With ACCEPT_AUTOMATIC whoever knows the attachment connects, but for the projects that are rejected by name. With ACCEPT_MANUAL only those of consumerAllowList do.',
    bad: exampleAttachment(OPEN),
    good: exampleAttachment('ACCEPT_MANUAL'),
    source: GKE_SERVICE_ATTACHMENT_SOURCE,
  },
  check({ kind, name, spec, placeOf }, report) {
    if (kind !== 'ServiceAttachment' || spec.connectionPreference !== OPEN)
      return;
    report({
      at: placeOf('connectionPreference'),
      message: `ServiceAttachment ${name ?? ''} lets every project in`,
      remedy:
        'Write ACCEPT_MANUAL, and name the projects in consumerAllowList.',
      evidence: [{ label: 'spec.connectionPreference', value: OPEN }],
    });
  },
});
