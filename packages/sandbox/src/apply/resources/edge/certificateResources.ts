import { AwsFault, Certificate, RecordChange } from '../../../world';
import { ApplyContext } from '../../types';
import {
  Args,
  blocks,
  requiredString,
  optionalString,
  stringList,
  stringMap,
} from '../args';
import { ResourceHandler } from '../ResourceHandler';

const VALIDATION_TTL = 300;

/**
 * `aws_acm_certificate`, which ACM issues once its records stand.
 * @internal
 */
export const certificateResource: ResourceHandler = {
  create: (args, context) => attributesOf(request(args, context), args),

  read({ args, attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    const found = world.certificates.certificates.getIn(scope, id);
    return found && attributesOf(found, args);
  },

  update(resource, args, { world, scope }) {
    const isOther = [
      'domain_name',
      'subject_alternative_names',
      'validation_method',
      'domain_validation_options',
    ].some(
      name =>
        JSON.stringify(resource.args[name]) !== JSON.stringify(args[name]),
    );
    if (isOther) return undefined;
    const id = requiredString(resource.attributes, 'id');
    const certificate = world.certificates.get(scope, id);
    certificate.tags = stringMap(args, 'tags');
    return attributesOf(certificate, args);
  },

  destroy({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    if (world.certificates.certificates.getIn(scope, id)) {
      world.certificates.remove(scope, id);
    }
  },
};

/**
 * `aws_acm_certificate_validation`: nothing of its own, but what refers to it waits until the certificate is issued.
 * @internal
 */
export const certificateValidationResource: ResourceHandler = {
  create(args, { world, scope }) {
    const arn = requiredString(args, 'certificate_arn');
    const certificate = world.certificates.get(scope, arn);
    const given = stringList(args, 'validation_record_fqdns');
    const missing = certificate.validations.find(
      ({ recordName }) =>
        given.length > 0 &&
        !given.some(name => name.replace(/\.$/, '') === recordName),
    );
    if (missing) {
      throw new AwsFault(
        'ValidationError',
        `missing ${missing.domainName} DNS validation record: ${missing.recordName}`,
      );
    }
    return { ...args, id: arn };
  },
  read({ args, attributes }, { world, scope }) {
    const arn = requiredString(args, 'certificate_arn');
    return world.certificates.certificates.getIn(scope, arn) && attributes;
  },
  destroy() {},
  pending: ({ args }, context) => pendingOf(args.certificate_arn, context),
};

/**
 * `AWS::CertificateManager::Certificate`: CloudFormation writes the records into the hosted zone by itself, and goes on once the
 * certificate is issued.
 * @internal
 */
export const provedCertificateResource: ResourceHandler = {
  ...certificateResource,
  create(args, context) {
    const certificate = request(args, context);
    const zones = blocks(args, 'domain_validation_options');
    for (const {
      domainName,
      recordName,
      recordValue,
    } of certificate.validations) {
      const option = zones.find(
        zone => optionalString(zone, 'domain_name') === domainName,
      );
      const zoneId = option && optionalString(option, 'hosted_zone_id');
      if (zoneId) {
        const change: RecordChange = {
          action: 'UPSERT',
          record: {
            name: recordName,
            type: 'CNAME',
            ttl: VALIDATION_TTL,
            values: [recordValue],
          },
        };
        const { accountId } = context.scope;
        context.world.hostedZones.changeRecords(accountId, zoneId, {
          changes: [change],
        });
      }
    }
    return attributesOf(certificate, args);
  },
  pending: ({ attributes }, context) => pendingOf(attributes.id, context),
};

function request(args: Args, { world, scope }: ApplyContext): Certificate {
  return world.certificates.create(scope, {
    domainName: requiredString(args, 'domain_name'),
    alternativeNames: stringList(args, 'subject_alternative_names'),
    tags: stringMap(args, 'tags'),
  });
}

function pendingOf(
  arn: Args[string],
  { world, scope }: ApplyContext,
): string | undefined {
  const certificate = world.certificates.get(scope, String(arn));
  const state = world.certificates.stateOf(certificate);
  return state === 'ISSUED'
    ? undefined
    : `Waits until ${certificate.id} is issued: it is ${state}`;
}

function attributesOf(certificate: Certificate, args: Args): Args {
  const { id, state, validations, tags } = certificate;
  return {
    ...args,
    id,
    arn: id,
    status: state,
    domain_validation_options: validations.map(validation => ({
      domain_name: validation.domainName,
      resource_record_name: `${validation.recordName}.`,
      resource_record_type: 'CNAME',
      resource_record_value: `${validation.recordValue}.`,
    })),
    tags_all: tags,
  };
}
