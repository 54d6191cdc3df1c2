import {
  FieldSpec,
  GKE_SERVICE_ATTACHMENT_SOURCE,
  gkeServiceAttachmentFields,
} from '../../catalogues/gkeServiceAttachment';
import { createRule } from '../createRule';
import { exampleAttachment } from './examples';

// Those of the spec itself; what lies in its lists, the API server checks.
const FIELDS: readonly FieldSpec[] = gkeServiceAttachmentFields;
const TOP = FIELDS.flatMap(spec => {
  const [, field] = /^spec\.([^.[\]]+)$/.exec(spec.path) ?? [];
  return field ? [{ field, spec }] : [];
});

/** A Private Service Connect attachment that GKE doesn't take. @internal */
export const serviceAttachment = createRule({
  id: 'gke/service-attachment',
  severity: 'error',
  reads: 'configuration',
  page: {
    summary: 'A ServiceAttachment lacks a field, or has a value that is none.',
    why: 'GKE needs to know the Service, the subnets for Private Service Connect, and whether consumers are let in by hand. Without these it publishes nothing.',
    bad: exampleAttachment('ACCEPT_SOMETIMES'),
    good: exampleAttachment('ACCEPT_MANUAL'),
    source: GKE_SERVICE_ATTACHMENT_SOURCE,
  },
  check({ kind, name, spec, placeOf }, report) {
    if (kind !== 'ServiceAttachment') return;
    for (const { field, spec: known } of TOP) {
      const value = spec[field];
      const isMissing =
        value === undefined || (Array.isArray(value) && value.length === 0);
      const isWrong =
        !isMissing &&
        known.allowed !== undefined &&
        !known.allowed.some(word => word === value);
      if (!isWrong && !(isMissing && known.isRequired)) continue;
      report({
        at: placeOf(field),
        message: isMissing
          ? `ServiceAttachment ${name ?? ''} lacks spec.${field}`
          : `'${String(value)}' is no value of spec.${field}`,
        remedy: known.allowed
          ? `Write ${known.allowed.join(' or ')}.`
          : `Add it, such as ${known.example}.`,
        evidence: [
          {
            label: `spec.${field}`,
            value: isMissing ? 'missing' : String(value),
          },
        ],
      });
    }
  },
});
