"""Calls the recorded world with boto3; what it sends is recorded by record.ts."""

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

SERVICE = "vpce-svc-0aaaaaaaaaaaaaa00"
SERVICE_NAME = f"com.amazonaws.vpce.eu-west-1.{SERVICE}"
VPC = "vpc-0aaaaaaaaaaaaaaaa"
SUBNET = "subnet-0aaaaaaaaaaaaaa00"

patient = Config(retries={"mode": "standard", "max_attempts": 3})
sts = boto3.client("sts")
ec2 = boto3.client("ec2", config=patient)
elb = boto3.client("elbv2", config=patient)


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
    else:
        raise AssertionError(f"{code} was expected")


sts.get_caller_identity()
sts.assume_role(RoleArn="arn:aws:iam::444455556666:role/Postern", RoleSessionName="a b")

# A retry of its own accord.
ec2.describe_regions(RegionNames=["eu-west-1"])

pages = ec2.get_paginator("describe_vpc_endpoint_service_configurations")
assert [len(page["ServiceConfigurations"]) for page in pages.paginate(PaginationConfig={"PageSize": 5})] == [5, 2]
ec2.describe_vpc_endpoint_service_configurations(Filters=[{"Name": "tag:Name", "Values": ["service-?"]}], MaxResults=1000)
refused("DryRunOperation", ec2.describe_vpc_endpoint_service_configurations, DryRun=True)
refused("InvalidVpcEndpointServiceId.NotFound", ec2.describe_vpc_endpoint_service_configurations, ServiceIds=["vpce-svc-0bbbbbbbbbbbbbbbb"])
refused("InvalidNextToken", ec2.describe_vpc_endpoint_service_configurations, NextToken="+/=")

ec2.describe_vpc_endpoint_connections(Filters=[{"Name": "service-id", "Values": [SERVICE]}, {"Name": "vpc-endpoint-state", "Values": ["pendingAcceptance"]}])
ec2.accept_vpc_endpoint_connections(ServiceId=SERVICE, VpcEndpointIds=["vpce-0aaaaaaaaaaaaaa01", "vpce-0bbbbbbbbbbbbbbbb"])
ec2.reject_vpc_endpoint_connections(ServiceId=SERVICE, VpcEndpointIds=["vpce-0aaaaaaaaaaaaaa02"])
ec2.modify_vpc_endpoint_service_permissions(ServiceId=SERVICE, AddAllowedPrincipals=["arn:aws:iam::444455556666:root"], RemoveAllowedPrincipals=["*"])
ec2.describe_vpc_endpoint_service_permissions(ServiceId=SERVICE)
ec2.start_vpc_endpoint_service_private_dns_verification(ServiceId=SERVICE)
ec2.modify_vpc_endpoint_service_configuration(ServiceId=SERVICE, AcceptanceRequired=False)
ec2.create_vpc_endpoint_connection_notification(ServiceId=SERVICE, ConnectionNotificationArn="arn:aws:sns:eu-west-1:222233334444:inbox", ConnectionEvents=["Connect", "Delete"])
ec2.describe_vpc_endpoint_connection_notifications()

[free] = elb.describe_load_balancers(Names=["free"])["LoadBalancers"]
new = dict(NetworkLoadBalancerArns=[free["LoadBalancerArn"]], ClientToken="made once", TagSpecifications=[{"ResourceType": "vpc-endpoint-service", "Tags": [{"Key": "Name", "Value": "ü & <b>"}]}])
made = ec2.create_vpc_endpoint_service_configuration(**new)["ServiceConfiguration"]["ServiceId"]
assert ec2.create_vpc_endpoint_service_configuration(**new)["ServiceConfiguration"]["ServiceId"] == made
refused("IdempotentParameterMismatch", ec2.create_vpc_endpoint_service_configuration, **{**new, "AcceptanceRequired": False})
ec2.delete_vpc_endpoint_service_configurations(ServiceIds=[made, SERVICE])

ec2.describe_vpc_endpoint_services(ServiceNames=[f"com.amazonaws.vpce.eu-west-1.vpce-svc-0aaaaaaaaaaaaaa01"])
own = ec2.create_vpc_endpoint(VpcEndpointType="Interface", VpcId=VPC, ServiceName="com.amazonaws.vpce.eu-west-1.vpce-svc-0aaaaaaaaaaaaaa01", SubnetIds=[SUBNET])["VpcEndpoint"]
ec2.modify_vpc_endpoint(VpcEndpointId=own["VpcEndpointId"], AddSubnetIds=["subnet-0aaaaaaaaaaaaaa01"])
ec2.describe_vpc_endpoints(VpcEndpointIds=[own["VpcEndpointId"]])
ec2.delete_vpc_endpoints(VpcEndpointIds=[own["VpcEndpointId"], "vpce-0bbbbbbbbbbbbbbbb"])

ec2.get_waiter("vpc_available").wait(VpcIds=[VPC])
ec2.describe_vpc_attribute(VpcId=VPC, Attribute="enableDnsSupport")
ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [VPC]}])
ec2.describe_availability_zones()
ec2.describe_security_groups(MaxResults=5)
ec2.describe_network_interfaces(Filters=[{"Name": "subnet-id", "Values": [SUBNET]}])

elb.get_waiter("load_balancer_available").wait(Names=["ledger"])
assert len(list(elb.get_paginator("describe_load_balancers").paginate(PaginationConfig={"PageSize": 5}))) == 2
[ledger] = elb.describe_load_balancers(Names=["ledger"])["LoadBalancers"]
arn = ledger["LoadBalancerArn"]
elb.describe_load_balancer_attributes(LoadBalancerArn=arn)
elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=[{"Key": "load_balancing.cross_zone.enabled", "Value": "true"}])
[listener] = elb.describe_listeners(LoadBalancerArn=arn)["Listeners"]
elb.modify_listener_attributes(ListenerArn=listener["ListenerArn"], Attributes=[{"Key": "tcp.idle_timeout.seconds", "Value": "600"}])
elb.describe_listener_attributes(ListenerArn=listener["ListenerArn"])
[group] = elb.describe_target_groups(LoadBalancerArn=arn)["TargetGroups"]
elb.get_waiter("target_in_service").wait(TargetGroupArn=group["TargetGroupArn"])
elb.describe_tags(ResourceArns=[arn])
refused("LoadBalancerNotFound", elb.describe_load_balancers, Names=["none"])

cloudfront = boto3.client("cloudfront")
pages = cloudfront.get_paginator("list_distributions").paginate(PaginationConfig={"PageSize": 2})
assert [page["DistributionList"]["Quantity"] for page in pages] == [2, 1]
got = cloudfront.get_distribution_config(Id="E0AAAAAAAAAA1")
config = got["DistributionConfig"]
config["Comment"] = "ü & <b>\n"
changed = cloudfront.update_distribution(Id="E0AAAAAAAAAA1", IfMatch=got["ETag"], DistributionConfig=config)
assert changed["Distribution"]["DistributionConfig"]["Comment"] == config["Comment"]
refused("PreconditionFailed", cloudfront.update_distribution, Id="E0AAAAAAAAAA1", IfMatch=got["ETag"], DistributionConfig=config)
refused("NoSuchDistribution", cloudfront.get_distribution, Id="E0BBBBBBBBBB1")
cloudfront.list_tags_for_resource(Resource=changed["Distribution"]["ARN"])
assert cloudfront.list_distributions_by_web_acl_id(WebACLId=config["WebACLId"])["DistributionList"]["Quantity"] == 3

wafv2 = boto3.client("wafv2", region_name="us-east-1")
[acl] = wafv2.list_web_acls(Scope="CLOUDFRONT")["WebACLs"]
rules = wafv2.get_web_acl(Scope="CLOUDFRONT", Name=acl["Name"], Id=acl["Id"])["WebACL"]["Rules"]
assert rules[0]["OverrideAction"] == {"None": {}}, rules
refused("WAFInvalidParameterException", boto3.client("wafv2").list_web_acls, Scope="CLOUDFRONT")
refused("WAFNonexistentItemException", wafv2.get_logging_configuration, ResourceArn=acl["ARN"])

acm = boto3.client("acm", region_name="us-east-1")
[certificate] = acm.list_certificates()["CertificateSummaryList"]
acm.get_waiter("certificate_validated").wait(CertificateArn=certificate["CertificateArn"])
refused("ResourceNotFoundException", acm.describe_certificate, CertificateArn=certificate["CertificateArn"] + "0")

route53 = boto3.client("route53")
zone = "Z0AAAAAAAAAAAAAAAAAAA"
records = route53.get_paginator("list_resource_record_sets").paginate(HostedZoneId=zone, PaginationConfig={"PageSize": 3})
assert [len(page["ResourceRecordSets"]) for page in records] == [3, 1]
record = {"Name": "c.acme.example", "Type": "CNAME", "TTL": 60, "ResourceRecords": [{"Value": "a.acme.example"}]}
change = {"HostedZoneId": zone, "ChangeBatch": {"Changes": [{"Action": "CREATE", "ResourceRecordSet": record}]}}
route53.change_resource_record_sets(**change)
refused("InvalidChangeBatch", route53.change_resource_record_sets, **change)
route53.list_hosted_zones_by_name(DNSName="acme.example")

ram = boto3.client("ram")
[share] = ram.get_resource_shares(resourceOwner="SELF")["resourceShares"]
assert len(ram.get_resource_share_associations(associationType="RESOURCE", resourceShareArns=[share["resourceShareArn"]])["resourceShareAssociations"]) == 2
refused("UnknownResourceException", ram.list_resources, resourceOwner="SELF", resourceShareArns=[share["resourceShareArn"] + "0"])

eks = boto3.client("eks")
assert eks.list_clusters()["clusters"] == ["shop"]
issuer = eks.describe_cluster(name="shop")["cluster"]["identity"]["oidc"]["issuer"]
refused("ResourceNotFoundException", eks.describe_cluster, name="none")

iam = boto3.client("iam")
[oidc] = iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]
assert "https://" + iam.get_open_id_connect_provider(OpenIDConnectProviderArn=oidc["Arn"])["Url"] == issuer
trust = iam.get_role(RoleName="controller")["Role"]["AssumeRolePolicyDocument"]
assert trust["Statement"][0]["Principal"] == {"Federated": oidc["Arn"]}
refused("NoSuchEntity", iam.get_role, RoleName="nobody")

tagging = boto3.client("resourcegroupstaggingapi")
tagged = tagging.get_paginator("get_resources").paginate(ResourceTypeFilters=["elasticloadbalancing:loadbalancer"], PaginationConfig={"PageSize": 5})
assert sum(len(page["ResourceTagMappingList"]) for page in tagged) == 10

classic = boto3.client("elb")
[old] = classic.describe_load_balancers()["LoadBalancerDescriptions"]
classic.get_waiter("any_instance_in_service").wait(LoadBalancerName=old["LoadBalancerName"])
refused("LoadBalancerNotFound", classic.describe_load_balancers, LoadBalancerNames=["none"])
