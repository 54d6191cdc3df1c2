import { acmService } from './acm/acmService';
import { cloudFrontService } from './cloudfront/cloudFrontService';
import { ec2Service } from './ec2/ec2Service';
import { eksService } from './eks/eksService';
import { elbService } from './elb/elbService';
import { elbv2Service } from './elbv2/elbv2Service';
import { iamService } from './iam/iamService';
import { ramService } from './ram/ramService';
import { route53Service } from './route53/route53Service';
import { ServiceDefinition } from './server/Operation';
import { stsService } from './sts/stsService';
import { taggingService } from './tagging/taggingService';
import { wafService } from './wafv2/wafService';

/** All services of AWS that the sandbox plays. @internal */
export const awsServices: readonly ServiceDefinition[] = [
  acmService,
  cloudFrontService,
  ec2Service,
  eksService,
  elbv2Service,
  elbService,
  iamService,
  ramService,
  route53Service,
  stsService,
  taggingService,
  wafService,
];
