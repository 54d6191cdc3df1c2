import { InputError } from '@backstage/errors';
import {
  BehaviorInput,
  DistributionConfigInput,
  OriginInput,
} from '../../../world';
import {
  Args,
  blocks,
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
} from '../args';

/**
 * What an `aws_cloudfront_distribution` asks for, in the world's words.
 *
 * @throws InputError for an argument that is missing or that the sandbox does not play.
 * @internal
 */
export function toDistributionConfig(args: Args): DistributionConfigInput {
  const [viewer] = blocks(args, 'viewer_certificate');
  const [behavior] = blocks(args, 'default_cache_behavior');
  if (!viewer || !behavior || blocks(args, 'restrictions').length === 0) {
    throw new InputError(
      "A distribution needs 'viewer_certificate', 'default_cache_behavior' and 'restrictions'",
    );
  }
  const [logging] = blocks(args, 'logging_config');
  return {
    comment: optionalString(args, 'comment') ?? '',
    isEnabled: optionalBoolean(args, 'enabled') ?? false,
    aliases: stringList(args, 'aliases').map(alias => alias.toLowerCase()),
    defaultRootObject: optionalString(args, 'default_root_object') ?? '',
    origins: blocks(args, 'origin').map(toOrigin),
    defaultBehavior: toBehavior(behavior),
    behaviors: blocks(args, 'ordered_cache_behavior').map(toBehavior),
    webAclId: optionalString(args, 'web_acl_id') ?? '',
    viewerCertificate: {
      certificateArn: optionalString(viewer, 'acm_certificate_arn'),
      minimumProtocolVersion:
        optionalString(viewer, 'minimum_protocol_version') ?? 'TLSv1',
      sslSupportMethod: supportMethodOf(viewer),
    },
    httpVersion: optionalString(args, 'http_version') ?? 'http2',
    isIpv6Enabled: optionalBoolean(args, 'is_ipv6_enabled') ?? false,
    priceClass: optionalString(args, 'price_class') ?? 'PriceClass_All',
    ...(logging && {
      logging: {
        bucket: requiredString(logging, 'bucket'),
        prefix: optionalString(logging, 'prefix') ?? '',
        includesCookies: optionalBoolean(logging, 'include_cookies') ?? false,
      },
    }),
  };
}

// CloudFront refuses a certificate of ACM without it.
function supportMethodOf(viewer: Args) {
  const method = optionalString(viewer, 'ssl_support_method');
  const known = (['sni-only', 'vip', 'static-ip'] as const).find(
    one => one === method,
  );
  if (viewer.acm_certificate_arn && !known) {
    throw new InputError(
      `'viewer_certificate.ssl_support_method' must be sni-only, vip or static-ip, not '${method}'`,
    );
  }
  return known;
}

function toOrigin(origin: Args): OriginInput {
  return {
    id: requiredString(origin, 'origin_id'),
    domainName: requiredString(origin, 'domain_name'),
    originPath: optionalString(origin, 'origin_path') ?? '',
    customHeaders: Object.fromEntries(
      blocks(origin, 'custom_header').map(header => [
        requiredString(header, 'name'),
        requiredString(header, 'value'),
      ]),
    ),
    target: toTarget(origin),
  };
}

function toTarget(origin: Args): OriginInput['target'] {
  const [vpc] = blocks(origin, 'vpc_origin_config');
  const [custom] = blocks(origin, 'custom_origin_config');
  if (vpc) {
    return {
      type: 'vpc',
      vpcOriginId: requiredString(vpc, 'vpc_origin_id'),
      ownerAccountId: optionalString(vpc, 'owner_account_id'),
      ...timeoutsOf(vpc),
    };
  }
  if (custom) {
    return {
      type: 'custom',
      httpPort: Number(requiredString(custom, 'http_port')),
      httpsPort: Number(requiredString(custom, 'https_port')),
      protocolPolicy: protocolPolicyOf(custom),
      sslProtocols: stringList(custom, 'origin_ssl_protocols'),
      ...timeoutsOf(custom),
    };
  }
  return { type: 's3', originAccessIdentity: '' };
}

function timeoutsOf(target: Args) {
  const seconds = (name: string) => optionalString(target, name);
  return {
    readTimeoutSeconds: Number(seconds('origin_read_timeout') ?? 30),
    keepaliveTimeoutSeconds: Number(seconds('origin_keepalive_timeout') ?? 5),
  };
}

/**
 * How CloudFront is to speak to an origin.
 *
 * @throws InputError for another word than CloudFront's.
 * @internal
 */
export function protocolPolicyOf(target: Args) {
  const text = requiredString(target, 'origin_protocol_policy');
  const policy = (['http-only', 'match-viewer', 'https-only'] as const).find(
    one => one === text,
  );
  if (policy) return policy;
  throw new InputError(
    `'origin_protocol_policy' must be http-only, https-only or match-viewer, not '${text}'`,
  );
}

function toBehavior(behavior: Args): BehaviorInput {
  const text = requiredString(behavior, 'viewer_protocol_policy');
  const policy = (
    ['allow-all', 'https-only', 'redirect-to-https'] as const
  ).find(one => one === text);
  if (!policy) {
    throw new InputError(
      `'viewer_protocol_policy' must be allow-all, https-only or redirect-to-https, not '${text}'`,
    );
  }
  return {
    pathPattern: optionalString(behavior, 'path_pattern'),
    originId: requiredString(behavior, 'target_origin_id'),
    viewerProtocolPolicy: policy,
    allowedMethods: stringList(behavior, 'allowed_methods'),
    cachePolicyId: optionalString(behavior, 'cache_policy_id'),
    originRequestPolicyId: optionalString(behavior, 'origin_request_policy_id'),
    responseHeadersPolicyId: optionalString(
      behavior,
      'response_headers_policy_id',
    ),
    isCompressed: optionalBoolean(behavior, 'compress') ?? false,
  };
}
