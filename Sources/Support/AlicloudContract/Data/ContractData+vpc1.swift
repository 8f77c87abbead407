// swift-format-ignore-file
// Written by tools/alicloud-contract; do not change it by hand.

extension ContractData {
    static let vpc1 = """
        product vpc 2016-04-28
        action AssociateRouteTable write rpc POST|GET /
        query RegionId:s! RouteTableId:s! VSwitchId:s! ClientToken:s OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns RequestId:s
        action AssociateVpcCidrBlock write rpc POST|GET /
        query RegionId:s! VpcId:s! IPv6CidrBlock:s IpVersion:s(IPV4| IPV6) IpamPoolId:s Ipv6CidrMask:i Ipv6Isp:s(BGP|
          ChinaMobile| ChinaUnicom| ChinaTelecom) OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
          SecondaryCidrBlock:s SecondaryCidrMask:i
        returns CidrBlock:s IpVersion:s RequestId:s
        action CreateRouteEntry write rpc POST|GET /
        query DestinationCidrBlock:s! RouteTableId:s! ClientToken:s Description:s DryRun:b NextHopId:s
          NextHopList:{NextHopId:s NextHopType:s Weight:i}[] NextHopType:s(Instance| HaVip| RouterInterface|
          NetworkInterface| VpnGateway| IPv6Gateway| NatGateway| Attachment| VpcPeer| Ipv4Gateway| GatewayEndpoint| Ecr|
          GatewayLoadBalancerEndpoint| RouteTargetGroup) OwnerAccount:s OwnerId:i RegionId:s ResourceOwnerAccount:s
          ResourceOwnerId:i RouteEntryName:s
        returns RequestId:s RouteEntryId:s
        action CreateVSwitch write rpc POST|GET /
        query CidrBlock:s! VpcId:s! ZoneId:s! CidrMask:i ClientToken:s Description:s Ipv6CidrBlock:i Ipv6CidrMask:i
          OwnerAccount:s OwnerId:i RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i Tag:{Key:s Value:s}[]
          VSwitchName:s VpcIpv6CidrBlock:s
        returns RequestId:s VSwitchId:s
        action CreateVpc write rpc POST|GET /
        query RegionId:s! CidrBlock:s ClientToken:s Description:s DryRun:b EnableDnsHostname:b EnableIpv6:b
          Ipv4CidrMask:i Ipv4IpamPoolId:s Ipv6CidrBlock:s Ipv6CidrMask:i Ipv6IpamPoolId:s Ipv6Isp:s(BGP| ChinaMobile|
          ChinaUnicom| ChinaTelecom) OwnerAccount:s OwnerId:i ResourceGroupId:s ResourceOwnerAccount:s ResourceOwnerId:i
          Tag:{Key:s Value:s}[] UserCidr:s VpcName:s
        returns RequestId:s ResourceGroupId:s RouteTableId:s VRouterId:s VpcId:s
        action DeleteRouteEntry destroy rpc POST|GET /
        query DestinationCidrBlock:s DryRun:b NextHopId:s NextHopList:{NextHopId:s NextHopType:s}[] OwnerAccount:s
          OwnerId:i RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i RouteEntryId:s RouteTableId:s
        returns RequestId:s
        action DeleteVSwitch destroy rpc POST|GET /
        query VSwitchId:s! DryRun:b OwnerAccount:s OwnerId:i RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action DeleteVpc destroy rpc POST|GET /
        query VpcId:s! ClientToken:s DryRun:b ForceDelete:b OwnerAccount:s OwnerId:i RegionId:s ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns RequestId:s
        action DescribeRegions read rpc POST|GET /
        query AcceptLanguage:s(zh-CN| en-US) OwnerAccount:s OwnerId:i ProductType:s ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns Regions:{Region:{LocalName:s RegionEndpoint:s RegionId:s}[]} RequestId:s
        action DescribeRouteEntryList read rpc POST|GET /
        query RegionId:s! RouteTableId:s! DestCidrBlockList:s[] DestinationCidrBlock:s IpVersion:s(ipv4| ipv6)
          MaxResult:i NextHopId:s NextHopType:s(Instance| HaVip| VpnGateway| NatGateway| NetworkInterface|
          RouterInterface| IPv6Gateway| Attachment| Ipv4Gateway| GatewayEndpoint| Ecr) NextToken:s OwnerAccount:s
          OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i RouteEntryId:s RouteEntryName:s RouteEntryType:s(Custom|
          System| BGP| CEN| ECR) ServiceType:s
        returns NextToken:s RequestId:s RouteEntrys:{RouteEntry:{Description:s DestinationCidrBlock:s GmtModified:s
          IpVersion:s NextHops:{NextHop:{Enabled:i NextHopId:s NextHopRegionId:s NextHopRelatedInfo:{InstanceId:s
          InstanceType:s RegionId:s} NextHopType:s Weight:i}[]} Origin:s RouteEntryId:s RouteEntryName:s RouteTableId:s
          ServiceType:s Status:s Type:s}[]} TotalCount:i
        action DescribeRouteTableList read rpc POST|GET /
        query RegionId:s! OwnerAccount:s OwnerId:i PageNumber:i PageSize:i ResourceGroupId:s ResourceOwnerAccount:s
          ResourceOwnerId:i RouteTableId:s RouteTableName:s RouteTableType:s(System| Custom) RouterId:s
          RouterType:s(VRouter| VBR) Tag:{Key:s Value:s}[] VpcId:s
        returns PageNumber:i PageSize:i RequestId:s RouterTableList:{RouterTableListType:{AssociateType:s CreationTime:s
          Description:s GatewayIds:{GatewayIds:s[]} OwnerId:i ResourceGroupId:s RoutePropagationEnable:b RouteTableId:s
          RouteTableName:s RouteTableType:s RouterId:s RouterType:s Status:s Tags:{Tag:{Key:s Value:s}[]}
          VSwitchIds:{VSwitchId:s[]} VpcId:s}[]} TotalCount:i
        action DescribeRouteTables read rpc POST|GET /
        query OwnerAccount:s OwnerId:i PageNumber:i PageSize:i RegionId:s ResourceGroupId:s ResourceOwnerAccount:s
          ResourceOwnerId:i RouteTableId:s RouteTableName:s RouterId:s RouterType:s(VRouter| VBR) Type:s(Custom| System|
          BGP| CEN| ECR) VRouterId:s
        returns PageNumber:i PageSize:i RequestId:s RouteTables:{RouteTable:{CreationTime:s ResourceGroupId:s
          RouteEntrys:{RouteEntry:{Description:s DestinationCidrBlock:s InstanceId:s NextHopType:s
          NextHops:{NextHop:{Enabled:i NextHopId:s NextHopType:s Weight:i}[]} RouteEntryId:s RouteEntryName:s
          RouteTableId:s Status:s Type:s}[]} RouteTableId:s RouteTableType:s Status:s VRouterId:s
          VSwitchIds:{VSwitchId:s[]}}[]} TotalCount:i
        action DescribeVSwitchAttributes read rpc POST|GET /
        query VSwitchId:s! DryRun:b OwnerAccount:s OwnerId:i RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i
        returns AvailableIpAddressCount:i CidrBlock:s CreationTime:s Description:s EnabledIpv6:b Ipv6CidrBlock:s
          IsDefault:b NetworkAclId:s OwnerId:i RequestId:s ResourceGroupId:s RouteTable:{RouteTableId:s
          RouteTableType:s} ShareType:s Status:s Tags:{Tag:{Key:s Value:s}[]} VSwitchId:s VSwitchName:s VpcId:s ZoneId:s
        action DescribeVSwitches read rpc POST|GET /
        query DryRun:b EnableIpv6:b IsDefault:b OwnerAccount:s OwnerId:i PageNumber:i PageSize:i RegionId:s
          ResourceGroupId:s ResourceOwnerAccount:s ResourceOwnerId:i RouteTableId:s Tag:{Key:s Value:s}[] VSwitchId:s
          VSwitchName:s VSwitchOwnerId:i VpcId:s ZoneId:s
        returns PageNumber:i PageSize:i RequestId:s TotalCount:i VSwitches:{VSwitch:{AvailableIpAddressCount:i
          CidrBlock:s CreationTime:s Description:s EnabledIpv6:b Ipv6CidrBlock:s IsDefault:b NetworkAclId:s OwnerId:i
          ResourceGroupId:s RouteTable:{RouteTableId:s RouteTableType:s} ShareType:s Status:s Tags:{Tag:{Key:s
          Value:s}[]} VSwitchId:s VSwitchName:s VpcId:s ZoneId:s}[]}
        action DescribeVpcAttribute read rpc POST|GET /
        query RegionId:s! VpcId:s! DryRun:b IsDefault:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns AssociatedCens:{AssociatedCen:{CenId:s CenOwnerId:i CenStatus:s}[]}
          AssociatedPropagationSources:{AssociatedPropagationSources:{RoutePropagated:b SourceInstanceId:s
          SourceOwnerId:i SourceType:s Status:s}[]} CidrBlock:s ClassicLinkEnabled:b
          CloudResources:{CloudResourceSetType:{ResourceCount:i ResourceType:s}[]} CreationTime:s Description:s
          DhcpOptionsSetId:s DhcpOptionsSetStatus:s DnsHostnameStatus:s EnabledIpv6:b Ipv4GatewayId:s Ipv6CidrBlock:s
          Ipv6CidrBlocks:{Ipv6CidrBlock:{Ipv6CidrBlock:s Ipv6Isp:s}[]} IsDefault:b OwnerId:i RegionId:s RequestId:s
          ResourceGroupId:s SecondaryCidrBlocks:{SecondaryCidrBlock:s[]} Status:s SupportIpv4Gateway:b Tags:{Tag:{Key:s
          Value:s}[]} UserCidrs:{UserCidr:s[]} VRouterId:s VSwitchIds:{VSwitchId:s[]} VpcId:s VpcName:s
        action DescribeVpcs read rpc POST|GET /
        query RegionId:s! DhcpOptionsSetId:s DryRun:b EnableIpv6:b IsDefault:b OwnerAccount:s OwnerId:i PageNumber:i
          PageSize:i ResourceGroupId:s ResourceOwnerAccount:s ResourceOwnerId:i Tag:{Key:s Value:s}[] VpcId:s VpcName:s
          VpcOwnerId:i
        returns PageNumber:i PageSize:i RequestId:s TotalCount:i Vpcs:{Vpc:{CenStatus:s CidrBlock:s CreationTime:s
          Description:s DhcpOptionsSetId:s DhcpOptionsSetStatus:s DnsHostnameStatus:s EnabledIpv6:b Ipv6CidrBlock:s
          Ipv6CidrBlocks:{Ipv6CidrBlock:{Ipv6CidrBlock:s Ipv6Isp:s}[]} IsDefault:b NatGatewayIds:{NatGatewayIds:s[]}
          OwnerId:i RegionId:s ResourceGroupId:s RouterTableIds:{RouterTableIds:s[]}
          SecondaryCidrBlocks:{SecondaryCidrBlock:s[]} Status:s Tags:{Tag:{Key:s Value:s}[]} UserCidrs:{UserCidr:s[]}
          VRouterId:s VSwitchIds:{VSwitchId:s[]} VpcId:s VpcName:s}[]}
        action DescribeZones read rpc POST|GET /
        query RegionId:s! AcceptLanguage:s(zh-cn| en-us| ja) OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i ZoneType:s
        returns RequestId:s Zones:{Zone:{LocalName:s ZoneId:s ZoneType:s}[]}
        action ListTagResources read rpc POST|GET /
        query RegionId:s! ResourceType:s(VPC| VSWITCH| ROUTETABLE| EIP| VPNGATEWAY| NATGATEWAY| COMMONBANDWIDTHPACKAGE|
          PREFIXLIST| PUBLICIPADDRESSPOOL| IPV4GATEWAY| IPV6GATEWAY| NETWORKACL| TRAFFICMIRRORFILTER|
          TRAFFICMIRRORSESSION| FLOWLOG| HAVIP| DHCPOPTIONSSET| GATEWAYENDPOINT| IPV6ADDRESS)! MaxResults:i NextToken:s
          OwnerAccount:s OwnerId:i ResourceId:s[] ResourceOwnerAccount:s ResourceOwnerId:i Tag:{Key:s Value:s}[]
        returns NextToken:s RequestId:s TagResources:{TagResource:{ResourceId:s ResourceType:s TagKey:s TagValue:s}[]}
        action ModifyVSwitchAttribute write rpc POST|GET /
        query VSwitchId:s! Description:s EnableIPv6:b Ipv6CidrBlock:i Ipv6CidrMask:i OwnerAccount:s OwnerId:i RegionId:s
          ResourceOwnerAccount:s ResourceOwnerId:i VSwitchName:s VpcIpv6CidrBlock:s
        returns RequestId:s
        action TagResources write rpc POST|GET /
        query RegionId:s! ResourceId:s[]! ResourceType:s(VPC| VSWITCH| ROUTETABLE| EIP| VPNGATEWAY| NATGATEWAY|
          COMMONBANDWIDTHPACKAGE| PREFIXLIST| PUBLICIPADDRESSPOOL| IPV4GATEWAY| IPV6GATEWAY| NETWORKACL|
          TRAFFICMIRRORFILTER| TRAFFICMIRRORSESSION| FLOWLOG| HAVIP| DHCPOPTIONSSET| GATEWAYENDPOINT| IPV6ADDRESS)!
          Tag:{Key:s Value:s}[]! OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        """
}
