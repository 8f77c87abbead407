// swift-format-ignore-file
// Written by tools/alicloud-contract; do not change it by hand.

extension ContractData {
    static let privatelink1 = """
        product privatelink 2020-04-15
        action AddUserToVpcEndpointService write rpc POST|GET /
        query RegionId:s! ServiceId:s! ClientToken:s DryRun:b UserARN:s UserId:i
        returns RequestId:s
        action AddZoneToVpcEndpoint spend rpc POST|GET /
        query EndpointId:s! RegionId:s! VSwitchId:s! ZoneId:s! ClientToken:s DryRun:b Ipv6Address:s ip:s
        returns RequestId:s
        action AttachResourceToVpcEndpointService write rpc POST|GET /
        query RegionId:s! ResourceId:s! ResourceType:s(slb| alb| nlb| gwlb)! ServiceId:s! ClientToken:s DryRun:b
          ZoneId:s
        returns RequestId:s
        action AttachSecurityGroupToVpcEndpoint write rpc POST|GET /
        query EndpointId:s! RegionId:s! SecurityGroupId:s! ClientToken:s DryRun:b
        returns RequestId:s
        action CheckProductOpen read rpc POST|GET /
        returns RequestId:s Success:b
        action CreateVpcEndpoint spend rpc POST|GET /
        query RegionId:s! VpcId:s! AddressIpVersion:s ClientToken:s CrossRegionBandwidth:i DryRun:b
          EndpointDescription:s EndpointName:s EndpointType:s PolicyDocument:s ProtectedEnabled:b ResourceGroupId:s
          SecurityGroupId:s[] ServiceId:s ServiceName:s ServiceRegionId:s Tag:{Key:s Value:s}[] Zone:{Ipv6Address:s
          VSwitchId:s ZoneId:s ip:s}[] ZoneAffinityEnabled:b ZonePrivateIpAddressCount:i
        returns AddressIpVersion:s Bandwidth:i ConnectionStatus:s CreateTime:s CrossRegionBandwidth:i
          EndpointBusinessStatus:s EndpointDescription:s EndpointDomain:s EndpointId:s EndpointName:s EndpointStatus:s
          RequestId:s ServiceId:s ServiceName:s ServiceRegionId:s VpcId:s ZoneAffinityEnabled:b
        action CreateVpcEndpointService write rpc POST|GET /
        query RegionId:s! AddressIpVersion:s(IPv4| DualStack) AutoAcceptEnabled:b ClientToken:s DryRun:b
          Payer:s(Endpoint| EndpointService) Resource:{ResourceId:s ResourceType:s(slb| alb| nlb| gwlb) ZoneId:s}[]
          ResourceGroupId:s ServiceDescription:s ServiceResourceType:s(slb| alb| nlb| gwlb) ServiceSupportIPv6:b
          SupportedRegionList:s[] Tag:{Key:s Value:s}[] ZoneAffinityEnabled:b
        returns AddressIpVersion:s AutoAcceptEnabled:b CreateTime:s RequestId:s ResourceGroupId:s
          ServiceBusinessStatus:s ServiceDescription:s ServiceDomain:s ServiceId:s ServiceName:s ServiceStatus:s
          ServiceSupportIPv6:b SupportedRegionSet:{RegionBusinessStatus:s RegionServiceStatus:s ServiceRegionId:s
          SupportedRegionId:s}[] ZoneAffinityEnabled:b
        action DeleteVpcEndpoint destroy rpc POST|GET /
        query EndpointId:s! RegionId:s! ClientToken:s DryRun:b
        returns RequestId:s
        action DeleteVpcEndpointService destroy rpc POST|GET /
        query RegionId:s! ServiceId:s! ClientToken:s DryRun:b
        returns RequestId:s
        action DescribeRegions read rpc POST|GET /
        query RegionId:s ServiceResourceType:s(slb| alb| nlb| gwlb| ALL)
        returns Regions:{Region:{LocalName:s RegionEndpoint:s RegionId:s
          ServiceResourceTypes:{ServiceResourceType:s[]}}[]} RequestId:s
        action DescribeZones read rpc POST|GET /
        query RegionId:s! CrossRegion:b CrossRegionSide:s(Endpoint| EndpointService) ServiceResourceType:s(slb| alb|
          nlb| gwlb)
        returns RequestId:s Zones:{Zone:{LocalName:s ZoneId:s}[]}
        action DetachResourceFromVpcEndpointService destroy rpc POST|GET /
        query RegionId:s! ResourceId:s! ServiceId:s! ClientToken:s DryRun:b ResourceType:s ZoneId:s
        returns RequestId:s
        action DetachSecurityGroupFromVpcEndpoint destroy rpc POST|GET /
        query EndpointId:s! RegionId:s! SecurityGroupId:s! ClientToken:s DryRun:b
        returns RequestId:s
        action DisableVpcEndpointConnection destroy rpc POST|GET /
        query EndpointId:s! RegionId:s! ServiceId:s! ClientToken:s DryRun:b
        returns RequestId:s
        action DisableVpcEndpointZoneConnection destroy rpc POST|GET /
        query EndpointId:s! RegionId:s! ServiceId:s! ZoneId:s! ClientToken:s DryRun:b ReplacedResource:b
        returns RequestId:s
        action EnableVpcEndpointConnection write rpc POST|GET /
        query EndpointId:s! RegionId:s! ServiceId:s! Bandwidth:i ClientToken:s DryRun:b TrafficControlMode:s
        returns RequestId:s
        action EnableVpcEndpointZoneConnection write rpc POST|GET /
        query EndpointId:s! RegionId:s! ServiceId:s! ZoneId:s! ClientToken:s DryRun:b
        returns RequestId:s
        action GetVpcEndpointAttribute read rpc POST|GET /
        query EndpointId:s! RegionId:s!
        returns AddressIpVersion:s Bandwidth:i ConnectionStatus:s CreateTime:s CrossRegionBandwidth:i
          EndpointBusinessStatus:s EndpointDescription:s EndpointDomain:s EndpointId:s EndpointName:s EndpointStatus:s
          EndpointType:s Payer:s PolicyDocument:s ProtectedEnabled:b RegionId:s RequestId:s ResourceGroupId:s
          ResourceOwner:b ServiceId:s ServiceName:s ServiceRegionId:s VpcId:s ZoneAffinityEnabled:b
          ZonePrivateIpAddressCount:i
        action GetVpcEndpointServiceAttribute read rpc POST|GET /
        query RegionId:s! ServiceId:s!
        returns AddressIpVersion:s AutoAcceptEnabled:b ConnectBandwidth:i CreateTime:s MaxBandwidth:i MinBandwidth:i
          Payer:s RegionId:s RequestId:s ResourceGroupId:s ServiceBusinessStatus:s ServiceDescription:s ServiceDomain:s
          ServiceId:s ServiceName:s ServiceResourceType:s ServiceStatus:s ServiceSupportIPv6:b ServiceType:s
          SupportedRegionSet:{RegionBusinessStatus:s RegionServiceStatus:s ServiceRegionId:s SupportedRegionId:s}[]
          ZoneAffinityEnabled:b Zones:s[]
        action ListTagResources read rpc POST|GET /
        query RegionId:s! ResourceType:s(vpcendpoint| vpcendpointservice)! ClientToken:s NextToken:s ResourceId:s[]
          Tag:{Key:s Value:s}[]
        returns NextToken:s RequestId:s TagResources:{ResourceId:s ResourceType:s TagKey:s TagValue:s}[]
        action ListVpcEndpointConnections read rpc POST|GET /
        query RegionId:s! ConnectionStatus:s(Pending| Connecting| Connected| Disconnecting| Disconnected| Deleting|
          ServiceDeleted) EndpointId:s EndpointOwnerId:i EniId:s MaxResults:i NextToken:s ReplacedResourceId:s
          ResourceGroupId:s ResourceId:s ServiceId:s
        returns Connections:{Bandwidth:i ConnectionStatus:s EndpointId:s EndpointOwnerId:i EndpointRegionId:s
          EndpointVpcId:s ModifiedTime:s ResourceGroupId:s ResourceOwner:b ServiceId:s ServiceRegionId:s
          TrafficControlMode:s Zones:{EniId:s ReplacedEniId:s ReplacedResourceId:s ResourceId:s VSwitchId:s ZoneDomain:s
          ZoneId:s ZoneStatus:s}[]}[] MaxResults:i NextToken:s RequestId:s TotalCount:s
        action ListVpcEndpointSecurityGroups read rpc POST|GET /
        query EndpointId:s! RegionId:s! MaxResults:i NextToken:s
        returns MaxResults:i NextToken:s RequestId:s SecurityGroups:{SecurityGroupId:s SecurityGroupStatus:s}[]
          TotalCount:i
        action ListVpcEndpointServiceResources read rpc POST|GET /
        query RegionId:s! ServiceId:s! MaxResults:i NextToken:s
        returns MaxResults:i NextToken:s RequestId:s Resources:{AutoAllocatedEnabled:b Ip:s RegionId:s
          RelatedDeprecatedEndpointCount:i RelatedEndpointCount:i ResourceId:s ResourceSupportIPv6:b ResourceType:s
          VSwitchId:s VpcId:s ZoneId:s}[]
        action ListVpcEndpointServiceUsers read rpc POST|GET /
        query RegionId:s! ServiceId:s! MaxResults:i NextToken:s UserId:i UserListType:s
        returns MaxResults:i NextToken:s RequestId:s TotalCount:s UserARNs:{UserARN:s}[] Users:{UserId:i}[]
        action ListVpcEndpointServices read rpc POST|GET /
        query RegionId:s! AddressIpVersion:s(IPv4| DualStack) AutoAcceptEnabled:b MaxResults:i NextToken:s
          ResourceGroupId:s ResourceId:s ServiceBusinessStatus:s(Normal| FinancialLocked) ServiceId:s ServiceName:s
          ServiceResourceType:s(slb| alb| nlb| gwlb) ServiceStatus:s(Creating| Pending| Active| Deleting) Tag:{Key:s
          Value:s}[] ZoneAffinityEnabled:b
        returns MaxResults:i NextToken:s RequestId:s Services:{AddressIpVersion:s AutoAcceptEnabled:b ConnectBandwidth:i
          CreateTime:s MaxBandwidth:i MinBandwidth:i Payer:s RegionId:s ResourceGroupId:s ServiceBusinessStatus:s
          ServiceDescription:s ServiceDomain:s ServiceId:s ServiceName:s ServiceResourceType:s ServiceStatus:s
          ServiceSupportIPv6:b ServiceType:s SupportedRegionSet:{RegionBusinessStatus:s RegionServiceStatus:s
          ServiceRegionId:s SupportedRegionId:s}[] Tags:{Key:s Value:s}[] ZoneAffinityEnabled:b}[] TotalCount:i
        action ListVpcEndpointServicesByEndUser read rpc POST|GET /
        query RegionId:s! MaxResults:i NextToken:s ResourceGroupId:s ServiceId:s ServiceName:s ServiceRegionId:s
          ServiceType:s Tag:{Key:s Value:s}[]
        returns MaxResults:i NextToken:s RequestId:s Services:{AddressIpVersion:s AutoAcceptEnabled:b Payer:s
          ResourceGroupId:s ServiceDomain:s ServiceId:s ServiceName:s ServiceResourceType:s ServiceSupportIPv6:b
          ServiceType:s Tags:{Key:s Value:s}[] VpcEndpointPolicySupported:b ZoneAffinityEnabled:b Zones:s[]}[]
          TotalCount:s
        action ListVpcEndpointZones read rpc POST|GET /
        query EndpointId:s! RegionId:s! MaxResults:i NextToken:s
        returns MaxResults:i NextToken:s RequestId:s TotalCount:i Zones:{EniId:s EniIp:s RegionId:s VSwitchId:s
          ZoneDomain:s ZoneId:s ZoneIpv6Address:s ZoneStatus:s}[]
        action ListVpcEndpoints read rpc POST|GET /
        query RegionId:s! AddressIpVersion:s(IPv4| DualStack) ConnectionStatus:s(Pending| Connecting| Connected|
          Disconnecting| Disconnected| Deleting| ServiceDeleted) EndpointId:s EndpointName:s EndpointStatus:s(Creating|
          Active| Pending| Deleting) EndpointType:s(Interface| Reverse| GatewayLoadBalancer) MaxResults:i NextToken:s
          ResourceGroupId:s ServiceName:s ServiceRegionId:s Tag:{Key:s Value:s}[] VpcId:s
        returns Endpoints:{AddressIpVersion:s Bandwidth:i ConnectionStatus:s CreateTime:s CrossRegionBandwidth:i
          EndpointBusinessStatus:s EndpointDescription:s EndpointDomain:s EndpointId:s EndpointName:s EndpointStatus:s
          EndpointType:s PolicyDocument:s ProtectedEnabled:b RegionId:s ResourceGroupId:s ResourceOwner:b ServiceId:s
          ServiceName:s ServiceRegionId:s Tags:{Key:s Value:s}[] VpcId:s ZoneAffinityEnabled:b}[] MaxResults:i
          NextToken:s RequestId:s TotalCount:i
        action OpenPrivateLinkService spend rpc POST|GET /
        query OwnerId:i
        returns OrderId:s RequestId:s
        action RemoveUserFromVpcEndpointService destroy rpc POST|GET /
        query RegionId:s! ServiceId:s! ClientToken:s DryRun:b UserARN:s UserId:i
        returns RequestId:s
        action RemoveZoneFromVpcEndpoint destroy rpc POST|GET /
        query EndpointId:s! RegionId:s! ZoneId:s! ClientToken:s DryRun:b
        returns RequestId:s
        action TagResources write rpc POST|GET /
        body RegionId:s! ResourceId:s[]! ResourceType:s(vpcendpoint| vpcendpointservice)! Tag:{Key:s! Value:s!}[]!
          ClientToken:s DryRun:b
        returns RequestId:s
        action UpdateVpcEndpointAttribute write rpc POST|GET /
        query EndpointId:s! RegionId:s! AddressIpVersion:s(IPv4| DualStack) ClientToken:s CrossRegionBandwidth:i
          DryRun:b EndpointDescription:s EndpointName:s PolicyDocument:s ResetPolicy:b ZoneAffinityEnabled:b
        returns RequestId:s
        action UpdateVpcEndpointConnectionAttribute write rpc POST|GET /
        query EndpointId:s! RegionId:s! ServiceId:s! Bandwidth:i ClientToken:s DryRun:b TrafficControlMode:s
        returns RequestId:s
        action UpdateVpcEndpointServiceAttribute write rpc POST|GET /
        query RegionId:s! ServiceId:s! AddSupportedRegionSet:s[] AddressIpVersion:s(IPv4| DualStack) AutoAcceptEnabled:b
          ClientToken:s ConnectBandwidth:i DeleteSupportedRegionSet:s[] DryRun:b ServiceDescription:s
          ServiceSupportIPv6:b ZoneAffinityEnabled:b
        returns RequestId:s
        action UpdateVpcEndpointServiceResourceAttribute write rpc POST|GET /
        query AutoAllocatedEnabled:b! RegionId:s! ResourceId:s! ServiceId:s! ClientToken:s DryRun:b ZoneId:s
        returns RequestId:s
        """
}
