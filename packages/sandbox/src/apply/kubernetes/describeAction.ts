import { InputError } from '@backstage/errors';
import { Args } from '../resources/args';
import { GroupMember } from './IngressGroup';
import { IngressTargetGroups } from './IngressTargetGroups';
import { IngressBackend } from './KubernetesIngress';
import { isRecord, textAt, valueAt } from './readManifests';

const USE_ANNOTATION = 'use-annotation';

/**
 * What becomes of requests to a backend of an Ingress: they go to its Service's pods, or are answered as the annotation
 * `actions.<name>` says.
 *
 * @throws InputError for an action that cannot be read, or that the sandbox does not play.
 * @internal
 */
export function describeAction(
  member: GroupMember,
  backend: IngressBackend,
  targets: IngressTargetGroups,
): Args {
  return backend.port === USE_ANNOTATION
    ? describeAnnotated(member, backend.service, targets)
    : forwardTo(member, backend, targets);
}

// A Service that is not there answers 503, as `enhanced_backend_builder.go` of the controller has it.
function forwardTo(
  member: GroupMember,
  backend: IngressBackend,
  targets: IngressTargetGroups,
): Args {
  const key = targets.add(member, backend);
  return key === undefined
    ? missing('Backend service does not exist')
    : { type: 'forward', target_group: key };
}

function missing(body: string): Args {
  return {
    type: 'fixed-response',
    status_code: '503',
    content_type: 'text/plain',
    message_body: body,
  };
}

function describeAnnotated(
  member: GroupMember,
  name: string,
  targets: IngressTargetGroups,
): Args {
  const text = member.annotations.text(`actions.${name}`);
  if (text === undefined) return missing('Backend action does not exist');
  const action = parse(text, `actions.${name}`);
  const type = textAt(action, 'type');
  if (type === 'fixed-response') {
    const config = valueAt(action, 'fixedResponseConfig');
    return {
      type,
      status_code: textAt(config, 'statusCode') ?? '',
      content_type: textAt(config, 'contentType') ?? null,
      message_body: textAt(config, 'messageBody') ?? null,
    };
  }
  if (type === 'redirect') {
    const config = valueAt(action, 'redirectConfig');
    const part = (field: string) => textAt(config, field) ?? null;
    return {
      type,
      status_code: textAt(config, 'statusCode') ?? '',
      protocol: part('protocol'),
      port: part('port'),
      host: part('host'),
      path: part('path'),
      query: part('query'),
    };
  }
  const groups = valueAt(action, 'forwardConfig', 'targetGroups');
  const [only, ...others] = Array.isArray(groups) ? groups : [];
  const service = textAt(only, 'serviceName');
  const port = valueAt(only, 'servicePort');
  if (type !== 'forward' || !service || others.length > 0) {
    throw new InputError(
      `The sandbox plays actions that answer, redirect or forward to one Service, not that of 'actions.${name}'`,
    );
  }
  const isNumber = /^\d+$/.test(String(port));
  const backend = { service, port: isNumber ? Number(port) : String(port) };
  return forwardTo(member, backend, targets);
}

function parse(text: string, name: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InputError(`failed to parse json annotation, ${name}: ${text}`);
}
