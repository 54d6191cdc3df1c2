import { HclBlock, HclValue } from '../hcl/values';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { makesOriginCertificate } from './cloudFrontParts';
import { ownerTagOf } from './ownerTagOf';
import { tagsValue, toLabel } from './terraformExposure';
import {
  HclAttributes,
  US_EAST_1,
  dataBlock,
  nestedBlock,
  referenceTo,
  resourceBlock,
} from './terraformResources';

const CERTIFICATE = 'aws_acm_certificate';
const VALIDATION = 'aws_acm_certificate_validation';
const RECORD = 'aws_route53_record';

/** The hosted zone of an intent's names. @internal */
export function zoneValue({ name }: AwsCloudFrontIntent): HclValue {
  return referenceTo(`data.aws_route53_zone.${toLabel(name)}`, 'zone_id');
}

/** The distribution's certificate, once it is issued. @internal */
export function certificateValue({ name }: AwsCloudFrontIntent): HclValue {
  return referenceTo(`${VALIDATION}.${toLabel(name)}`, 'certificate_arn');
}

/** The load balancer's certificate, for what has to wait until it is issued. @internal */
export function originValidation({ name }: AwsCloudFrontIntent): HclValue {
  return referenceTo(`${VALIDATION}.${toLabel(name)}_origin`);
}

function certificateBlocks(
  intent: AwsCloudFrontIntent,
  label: string,
  options: { name: string; place: HclAttributes },
): HclBlock[] {
  const [first, ...others] = intent.hostNames;
  const { name, place } = options;
  return [
    resourceBlock(
      CERTIFICATE,
      label,
      {
        ...place,
        domain_name: first,
        ...(others.length ? { subject_alternative_names: others } : {}),
        validation_method: 'DNS',
        tags: tagsValue(name, ownerTagOf(intent), intent.tags),
      },
      // Whoever uses a certificate must get the next one before it goes.
      [nestedBlock('lifecycle', { create_before_destroy: true })],
    ),
    resourceBlock(VALIDATION, label, {
      ...place,
      certificate_arn: referenceTo(`${CERTIFICATE}.${label}`, 'arn'),
      validation_record_fqdns: intent.hostNames.map((_, index) =>
        referenceTo(
          `${RECORD}.${toLabel(intent.name)}_validation_${index}`,
          'fqdn',
        ),
      ),
    }),
  ];
}

// One record proves a name for an account's certificates in every region (ACM user guide, "DNS validation").
function validationRecords(intent: AwsCloudFrontIntent): HclBlock[] {
  const label = toLabel(intent.name);
  return intent.hostNames.map((_, index) => {
    const option = (attribute: string) => ({
      reference: `tolist(${CERTIFICATE}.${label}.domain_validation_options)[${index}].${attribute}`,
    });
    return resourceBlock(RECORD, `${label}_validation_${index}`, {
      zone_id: zoneValue(intent),
      name: option('resource_record_name'),
      type: option('resource_record_type'),
      records: [option('resource_record_value')],
      ttl: 300,
      // The record may be there already, for another certificate of the same name.
      allow_overwrite: true,
    });
  });
}

/** The load balancer's certificate as Terraform, where one is asked for. @internal */
export function terraformOriginCertificate(
  intent: AwsCloudFrontIntent,
): HclBlock[] {
  const { name, origin } = intent;
  return origin.type === 'vpc-origin' && makesOriginCertificate(origin)
    ? certificateBlocks(intent, `${toLabel(name)}_origin`, {
        name: `${name}-origin`,
        place: {},
      })
    : [];
}

/** Certificates of an intent as Terraform, with the records that prove its names. @internal */
export function terraformCertificate(intent: AwsCloudFrontIntent): HclBlock[] {
  const { name, zone } = intent;
  const label = toLabel(name);
  return [
    dataBlock('aws_route53_zone', label, { name: zone, private_zone: false }),
    ...certificateBlocks(intent, label, { name, place: US_EAST_1 }),
    ...validationRecords(intent),
    ...terraformOriginCertificate(intent),
  ];
}

/** The records that lead the published names to the distribution. @internal */
export function terraformNames(
  intent: AwsCloudFrontIntent,
  distribution: string,
): HclBlock[] {
  const label = toLabel(intent.name);
  return intent.hostNames.flatMap((hostName, index) =>
    (['A', 'AAAA'] as const).map(type =>
      resourceBlock(
        RECORD,
        `${label}_${type.toLowerCase()}_${index}`,
        { zone_id: zoneValue(intent), name: hostName, type },
        [
          nestedBlock('alias', {
            evaluate_target_health: false,
            name: referenceTo(distribution, 'domain_name'),
            zone_id: referenceTo(distribution, 'hosted_zone_id'),
          }),
        ],
      ),
    ),
  );
}
