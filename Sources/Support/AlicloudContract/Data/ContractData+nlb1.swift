// swift-format-ignore-file
// Written by tools/alicloud-contract; do not change it by hand.

extension ContractData {
    static let nlb1 = """
        product nlb 2022-04-30
        action AddServersToServerGroup write rpc POST /
        body ServerGroupId:s! Servers:{Description:s Port:i ServerId:s! ServerIp:s ServerType:s(Ecs| Eni| Eci| Ip)!
          Weight:i}[]! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s ServerGroupId:s
        action CreateListener write rpc POST /
        body ListenerPort:i! ListenerProtocol:s! LoadBalancerId:s! AlpnEnabled:b AlpnPolicy:s(HTTP1Only| HTTP2Only|
          HTTP2Optional| HTTP2Preferred) CaCertificateIds:s[] CaEnabled:b CertificateIds:s[] ClientToken:s Cps:i
          DryRun:b EndPort:i IdleTimeout:i ListenerDescription:s Mss:i ProxyProtocolEnabled:b
          ProxyProtocolV2Config:{Ppv2PrivateLinkEpIdEnabled:b Ppv2PrivateLinkEpsIdEnabled:b Ppv2VpcIdEnabled:b}~
          RegionId:s SecSensorEnabled:b SecurityPolicyId:s ServerGroupId:s StartPort:i Tag:{Key:s Value:s}[]
        returns JobId:s ListenerId:s RequestId:s
        action CreateLoadBalancer spend rpc POST /
        body AddressType:s(Internet| Intranet)! VpcId:s! ZoneMappings:{AllocationId:s Ipv4LocalAddresses:s[]
          Ipv6Address:s Ipv6LocalAddresses:s[] PrivateIPv4Address:s VSwitchId:s! ZoneId:s!}[]! AddressIpVersion:s(ipv4|
          DualStack) BandwidthPackageId:s ClientToken:s DeletionProtectionConfig:{Enabled:b Reason:s} DryRun:b
          LoadBalancerBillingConfig:{PayType:s} LoadBalancerName:s LoadBalancerType:s
          ModificationProtectionConfig:{Reason:s Status:s(NonProtection| ConsoleProtection)} RegionId:s
          ResourceGroupId:s Tag:{Key:s Value:s}[]
        returns LoadbalancerId:s OrderId:i RequestId:s
        action CreateServerGroup write rpc POST /
        body ServerGroupName:s! VpcId:s! AddressIPVersion:s(ipv4| DualStack) AnyPortEnabled:b ClientToken:s
          ConnectionDrainEnabled:b ConnectionDrainTimeout:i DryRun:b HealthCheckConfig:{HealthCheckConnectPort:i
          HealthCheckConnectTimeout:i HealthCheckDomain:s HealthCheckEnabled:b HealthCheckExp:s HealthCheckHttpCode:s[]
          HealthCheckHttpVersion:s HealthCheckInterval:i HealthCheckReq:s HealthCheckType:s(TCP| HTTP| UDP)
          HealthCheckUrl:s HealthyThreshold:i HttpCheckMethod:s UnhealthyThreshold:i} IpVersionAffinityMode:s
          PreserveClientIpEnabled:b Protocol:s(TCP| UDP| TCP_UDP) RegionId:s ResourceGroupId:s Scheduler:s(Wrr| Wlc| rr|
          sch| tch| qch) ServerGroupType:s(Instance| Ip) Tag:{Key:s Value:s}[]
        returns JobId:s RequestId:s ServerGroupId:s
        action DeleteListener destroy rpc POST /
        body ListenerId:s! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s
        action DeleteLoadBalancer destroy rpc POST /
        body LoadBalancerId:s! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s
        action DeleteServerGroup destroy rpc POST /
        body ServerGroupId:s! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s
        action DescribeRegions read rpc POST|GET /
        query AcceptLanguage:s(zh-CN| en-US| ja) ServiceCode:s
        body ClientToken:s
        returns Regions:{LocalName:s RegionEndpoint:s RegionId:s}[] RequestId:s
        action DescribeZones read rpc POST|GET /
        query AcceptLanguage:s(zh-CN| en-US| ja) ClientToken:s RegionId:s ServiceCode:s
        returns RequestId:s Zones:{LocalName:s ZoneId:s}[]
        action GetJobStatus read rpc POST|GET /
        query JobId:s! ClientToken:s
        returns RequestId:s Status:s
        action GetListenerAttribute read rpc POST|GET /
        query ListenerId:s! ClientToken:s DryRun:b RegionId:s
        returns AlpnEnabled:b AlpnPolicy:s CaCertificateIds:s[] CaEnabled:b CertificateIds:s[] Cps:i EndPort:s
          IdleTimeout:i ListenerDescription:s ListenerId:s ListenerPort:i ListenerProtocol:s ListenerStatus:s
          LoadBalancerId:s Mss:i ProxyProtocolEnabled:b ProxyProtocolV2Config:{Ppv2PrivateLinkEpIdEnabled:b
          Ppv2PrivateLinkEpsIdEnabled:b Ppv2VpcIdEnabled:b} RegionId:s RequestId:s SecSensorEnabled:b SecurityPolicyId:s
          ServerGroupId:s StartPort:s Tags:{TagKey:s TagValue:s}[]
        action GetListenerHealthStatus read rpc POST|GET /
        query ListenerId:s! RegionId:s
        returns ListenerHealthStatus:{ListenerId:s ListenerPort:i ListenerProtocol:s
          ServerGroupInfos:{HeathCheckEnabled:b NonNormalServers:{Port:i Reason:{ReasonCode:s} ServerId:s ServerIp:s
          Status:s}[] ServerGroupId:s}[]}[] MaxResults:i NextToken:s RequestId:s TotalCount:i
        action GetLoadBalancerAttribute read rpc POST|GET /
        query LoadBalancerId:s! ClientToken:s DryRun:b RegionId:s
        returns AddressIpVersion:s AddressType:s BandwidthPackageId:s Cps:i CreateTime:s CrossZoneEnabled:b DNSName:s
          DeletionProtectionConfig:{Enabled:b EnabledTime:s Reason:s} Ipv6AddressType:s
          LoadBalancerBillingConfig:{PayType:s} LoadBalancerBusinessStatus:s LoadBalancerId:s LoadBalancerName:s
          LoadBalancerStatus:s LoadBalancerType:s ModificationProtectionConfig:{EnabledTime:s Reason:s Status:s}
          OperationLocks:{LockReason:s LockType:s}[] RegionId:s RequestId:s ResourceGroupId:s SecurityGroupIds:s[]
          Tags:{TagKey:s TagValue:s}[] VpcId:s ZoneMappings:{LoadBalancerAddresses:{AllocationId:s EniId:s
          Ipv4LocalAddresses:s[] Ipv6Address:s Ipv6LocalAddresses:s[] PrivateIPv4Address:s PrivateIPv4HcStatus:s
          PrivateIPv6HcStatus:s PublicIPv4Address:s}[] Status:s VSwitchId:s ZoneId:s}[]
        action ListAsynJobs read rpc POST|GET /
        query JobIds:s[]
        returns Jobs:{Id:s Status:s}[] RequestId:s TotalCount:s
        action ListListeners read rpc POST|GET /
        query ListenerIds:s[] ListenerProtocol:s LoadBalancerIds:s[] MaxResults:i NextToken:s RegionId:s
          SecSensorEnabled:s(true| false) Tag:{Key:s Value:s}[]
        returns Listeners:{AlpnEnabled:b AlpnPolicy:s CaCertificateIds:s[] CaEnabled:b CertificateIds:s[] Cps:i
          EndPort:s IdleTimeout:i ListenerDescription:s ListenerId:s ListenerPort:i ListenerProtocol:s ListenerStatus:s
          LoadBalancerId:s Mss:i ProxyProtocolEnabled:b ProxyProtocolV2Config:{Ppv2PrivateLinkEpIdEnabled:b
          Ppv2PrivateLinkEpsIdEnabled:b Ppv2VpcIdEnabled:b} RegionId:s SecSensorEnabled:b SecurityPolicyId:s
          ServerGroupId:s StartPort:s Tags:{Key:s Value:s}[]}[] MaxResults:i NextToken:s RequestId:s TotalCount:i
        action ListLoadBalancers read rpc POST|GET /
        query AddressIpVersion:s(ipv4| DualStack) AddressType:s(Internet| Intranet) DNSName:s
          Ipv6AddressType:s(Internet| Intranet) LoadBalancerBusinessStatus:s(Abnormal| Normal) LoadBalancerIds:s[]
          LoadBalancerNames:s[] LoadBalancerStatus:s(Inactive| Active| Provisioning| Configuring| Deleting| Deleted)
          LoadBalancerType:s MaxResults:i NextToken:s RegionId:s ResourceGroupId:s Tag:{Key:s Value:s}[] VpcIds:s[]
          ZoneId:s
        returns LoadBalancers:{AddressIpVersion:s AddressType:s BandwidthPackageId:s CreateTime:s CrossZoneEnabled:b
          DNSName:s DeletionProtectionConfig:{Enabled:b EnabledTime:s Reason:s} Ipv6AddressType:s
          LoadBalancerBillingConfig:{PayType:s} LoadBalancerBusinessStatus:s LoadBalancerId:s LoadBalancerName:s
          LoadBalancerStatus:s LoadBalancerType:s ModificationProtectionConfig:{EnabledTime:s Reason:s Status:s}
          OperationLocks:{LockReason:s LockType:s}[] RegionId:s ResourceGroupId:s SecurityGroupIds:s[] Tags:{Key:s
          Value:s}[] VpcId:s ZoneMappings:{LoadBalancerAddresses:{AllocationId:s EniId:s Ipv6Address:s
          PrivateIPv4Address:s PrivateIPv4HcStatus:s PrivateIPv6HcStatus:s PublicIPv4Address:s}[] Status:s VSwitchId:s
          ZoneId:s}[]}[] MaxResults:i NextToken:s RequestId:s TotalCount:i
        action ListServerGroupServers read rpc POST|GET /
        body MaxResults:i NextToken:s RegionId:s ServerGroupId:s ServerIds:s[] ServerIps:s[]
        returns MaxResults:i NextToken:s RequestId:s Servers:{Description:s Port:i ServerGroupId:s ServerId:s ServerIp:s
          ServerType:s Status:s Weight:i ZoneId:s}[] TotalCount:i
        action ListServerGroups read rpc POST|GET /
        query Tag:{Key:s Value:s}[]
        body MaxResults:i NextToken:s RegionId:s ResourceGroupId:s ServerGroupIds:s[] ServerGroupNames:s[]
          ServerGroupType:s(Instance| Ip) VpcId:s
        returns MaxResults:i NextToken:s RequestId:s ServerGroups:{AddressIPVersion:s AliUid:i AnyPortEnabled:b
          ConnectionDrainEnabled:b ConnectionDrainTimeout:i HealthCheck:{HealthCheckConnectPort:i
          HealthCheckConnectTimeout:i HealthCheckDomain:s HealthCheckEnabled:b HealthCheckExp:s HealthCheckHttpCode:s[]
          HealthCheckHttpVersion:s HealthCheckInterval:i HealthCheckReq:s HealthCheckType:s HealthCheckUrl:s
          HealthyThreshold:i HttpCheckMethod:s UnhealthyThreshold:i} IpVersionAffinityMode:s PreserveClientIpEnabled:b
          Protocol:s RegionId:s RelatedLoadBalancerIds:s[] ResourceGroupId:s Scheduler:s ServerCount:i ServerGroupId:s
          ServerGroupName:s ServerGroupStatus:s ServerGroupType:s Tags:{Key:s Value:s}[] VpcId:s}[] TotalCount:i
        action ListTagResources read rpc POST|GET /
        body ResourceType:s(loadbalancer| securitypolicy| servergroup| listener)! MaxResults:i NextToken:s RegionId:s
          ResourceId:s[] Tag:{Key:s Value:s}[]
        returns MaxResults:i NextToken:s RequestId:s TagResources:{AliUid:i Category:s RegionNo:s ResourceId:s
          ResourceType:s Scope:s TagKey:s TagValue:s}[] TotalCount:i
        action LoadBalancerJoinSecurityGroup write rpc POST /
        body LoadBalancerId:s! SecurityGroupIds:s[]! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s
        action LoadBalancerLeaveSecurityGroup destroy rpc POST /
        body LoadBalancerId:s! SecurityGroupIds:s[]! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s
        action RemoveServersFromServerGroup destroy rpc POST /
        body ServerGroupId:s! Servers:{Port:i ServerId:s! ServerIp:s ServerType:s(Ecs| Eni| Eci| Ip)!}[]! ClientToken:s
          DryRun:b RegionId:s
        returns JobId:s RequestId:s ServerGroupId:s
        action StartListener write rpc POST /
        body ListenerId:s! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s
        action StopListener destroy rpc POST /
        body ListenerId:s! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s
        action TagResources write rpc POST|GET /
        body ResourceId:s[]! ResourceType:s(loadbalancer| securitypolicy| servergroup)! Tag:{Key:s Value:s}[]!
          ClientToken:s DryRun:b RegionId:s
        returns RequestId:s
        action UpdateListenerAttribute write rpc POST /
        body ListenerId:s! AlpnEnabled:b AlpnPolicy:s CaCertificateIds:s[] CaEnabled:b CertificateIds:s[] ClientToken:s
          Cps:i DryRun:b IdleTimeout:i ListenerDescription:s Mss:i ProxyProtocolEnabled:b
          ProxyProtocolV2Config:{Ppv2PrivateLinkEpIdEnabled:b Ppv2PrivateLinkEpsIdEnabled:b Ppv2VpcIdEnabled:b}~
          RegionId:s SecSensorEnabled:b SecurityPolicyId:s ServerGroupId:s
        returns JobId:s RequestId:s
        action UpdateLoadBalancerAttribute write rpc POST /
        body LoadBalancerId:s! ClientToken:s Cps:i CrossZoneEnabled:b DryRun:b LoadBalancerName:s RegionId:s
        returns JobId:s RequestId:s
        action UpdateLoadBalancerProtection write rpc POST /
        body LoadBalancerId:s! ClientToken:s DeletionProtectionEnabled:b DeletionProtectionReason:s DryRun:b
          ModificationProtectionReason:s ModificationProtectionStatus:s(NonProtection| ConsoleProtection) RegionId:s
        returns RequestId:s
        action UpdateLoadBalancerZones write rpc POST /
        body LoadBalancerId:s! ZoneMappings:{AllocationId:s EipType:s(Common| Anycast) PrivateIPv4Address:s VSwitchId:s!
          ZoneId:s!}[]! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s
        action UpdateServerGroupAttribute write rpc POST /
        body ServerGroupId:s! ClientToken:s ConnectionDrainEnabled:b ConnectionDrainTimeout:i DryRun:b
          HealthCheckConfig:{HealthCheckConnectPort:i HealthCheckConnectTimeout:i HealthCheckDomain:s
          HealthCheckEnabled:b HealthCheckExp:s HealthCheckHttpCode:s[] HealthCheckHttpVersion:s HealthCheckInterval:i
          HealthCheckReq:s HealthCheckType:s(TCP| HTTP| UDP) HealthCheckUrl:s HealthyThreshold:i HttpCheckMethod:s
          UnhealthyThreshold:i} IpVersionAffinityMode:s PreserveClientIpEnabled:b RegionId:s Scheduler:s(Wrr| Wlc| rr|
          sch| tch| qch) ServerGroupName:s
        returns JobId:s RequestId:s ServerGroupId:s
        action UpdateServerGroupServersAttribute write rpc POST /
        body ServerGroupId:s! Servers:{Description:s Port:i! ServerId:s! ServerIp:s ServerType:s(Ecs| Eni| Eci| Ip)!
          Weight:i}[]! ClientToken:s DryRun:b RegionId:s
        returns JobId:s RequestId:s ServerGroupId:s
        """
}
