// swift-format-ignore-file
// Written by tools/alicloud-contract; do not change it by hand.

extension ContractData {
    static let cbn1 = """
        product cbn 2017-09-12
        action AssociateCenBandwidthPackage write rpc POST|GET /
        query CenBandwidthPackageId:s! CenId:s! OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action AssociateTransitRouterAttachmentWithRouteTable write rpc POST|GET /
        query TransitRouterAttachmentId:s! TransitRouterRouteTableId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action AttachCenChildInstance write rpc POST|GET /
        query CenId:s! ChildInstanceId:s! ChildInstanceRegionId:s! ChildInstanceType:s(VPC| VBR| CCN)!
          ChildInstanceOwnerId:i OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action CheckTransitRouterService read rpc POST|GET /
        query ClientToken:s OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns Enabled:s RequestId:s
        action CreateCen write rpc POST|GET /
        query ClientToken:s Description:s Name:s OwnerAccount:s OwnerId:i ProtectionLevel:s ResourceOwnerAccount:s
          ResourceOwnerId:i Tag:{Key:s Value:s}[]
        returns CenId:s RequestId:s
        action CreateCenBandwidthPackage spend rpc POST|GET /
        query Bandwidth:i! GeographicRegionAId:s(China| North-America| Asia-Pacific| Europe)!
          GeographicRegionBId:s(China| North-America| Asia-Pacific| Europe)! AutoPay:b AutoRenew:b AutoRenewDuration:i
          BandwidthPackageChargeType:s ClientToken:s Description:s Name:s OwnerAccount:s OwnerId:i Period:i
          PricingCycle:s(Month| Year) ResourceOwnerAccount:s ResourceOwnerId:i Tag:{Key:s Value:s}[]
        returns CenBandwidthPackageId:s CenBandwidthPackageOrderId:s RequestId:s
        action CreateTransitRouter write rpc POST|GET /
        query CenId:s! RegionId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i SupportMulticast:b Tag:{Key:s Value:s}[] TransitRouterCidrList:{Cidr:s Description:s Name:s
          PublishCidrRoute:b}[]~ TransitRouterDescription:s TransitRouterName:s
        returns RequestId:s TransitRouterId:s
        action CreateTransitRouterPeerAttachment spend rpc POST|GET /
        query PeerTransitRouterId:s! AutoPublishRouteEnabled:b Bandwidth:i BandwidthType:s(BandwidthPackage|
          DataTransfer) CenBandwidthPackageId:s CenId:s ClientToken:s DefaultLinkType:s DryRun:b OwnerAccount:s
          OwnerId:i PeerTransitRouterRegionId:s RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i Tag:{Key:s
          Value:s}[] TransitRouterAttachmentDescription:s TransitRouterAttachmentName:s TransitRouterId:s
        returns RequestId:s TransitRouterAttachmentId:s
        action CreateTransitRouterRouteEntry write rpc POST|GET /
        query TransitRouterRouteEntryDestinationCidrBlock:s! TransitRouterRouteEntryNextHopType:s(BlackHole|
          Attachment)! TransitRouterRouteTableId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i TransitRouterRouteEntryDescription:s TransitRouterRouteEntryName:s
          TransitRouterRouteEntryNextHopId:s
        returns RequestId:s TransitRouterRouteEntryId:s
        action CreateTransitRouterRouteTable write rpc POST|GET /
        query TransitRouterId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i RouteTableOptions:{MultiRegionECMP:s(disable| enable)} Tag:{Key:s Value:s}[]
          TransitRouterRouteTableDescription:s TransitRouterRouteTableName:s
        returns RequestId:s TransitRouterRouteTableId:s
        action CreateTransitRouterVpcAttachment spend rpc POST|GET /
        query VpcId:s! ZoneMappings:{VSwitchId:s! ZoneId:s!}[]! AutoPublishRouteEnabled:b CenId:s ChargeType:s
          ClientToken:s DryRun:b OwnerAccount:s OwnerId:i RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i Tag:{Key:s
          Value:s}[] TransitRouterAttachmentDescription:s TransitRouterAttachmentName:s TransitRouterId:s
          TransitRouterVPCAttachmentOptions:m~ VpcOwnerId:i
        returns RequestId:s TransitRouterAttachmentId:s
        action DeleteCen destroy rpc POST|GET /
        query CenId:s! OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action DeleteCenBandwidthPackage destroy rpc POST|GET /
        query CenBandwidthPackageId:s! OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action DeleteTransitRouter destroy rpc POST|GET /
        query TransitRouterId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns RequestId:s
        action DeleteTransitRouterPeerAttachment destroy rpc POST|GET /
        query TransitRouterAttachmentId:s! ClientToken:s DryRun:b Force:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action DeleteTransitRouterRouteEntry destroy rpc POST|GET /
        query ClientToken:s DryRun:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
          TransitRouterRouteEntryDestinationCidrBlock:s TransitRouterRouteEntryId:s TransitRouterRouteEntryNextHopId:s
          TransitRouterRouteEntryNextHopType:s(BlackHole| Attachment) TransitRouterRouteTableId:s
        returns RequestId:s
        action DeleteTransitRouterRouteTable destroy rpc POST|GET /
        query TransitRouterRouteTableId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns RequestId:s
        action DeleteTransitRouterVpcAttachment destroy rpc POST|GET /
        query TransitRouterAttachmentId:s! ClientToken:s DryRun:b Force:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action DescribeCenAttachedChildInstanceAttribute read rpc POST|GET /
        query CenId:s! ChildInstanceId:s! ChildInstanceRegionId:s! ChildInstanceType:s(VPC| VBR| CCN)! OwnerAccount:s
          OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns CenId:s ChildInstanceAttachTime:s ChildInstanceAttributes:{CidrBlock:s Ipv6CidrBlock:s
          Ipv6CidrBlocks:{ipv6CidrBlock:{Ipv6CidrBlock:s Ipv6Isp:s}[]} SecondaryCidrBlocks:{secondaryCidrBlock:s[]}}
          ChildInstanceId:s ChildInstanceName:s ChildInstanceOwnerId:i ChildInstanceRegionId:s ChildInstanceType:s
          ManagedService:s RequestId:s Status:s
        action DescribeCenAttachedChildInstances read rpc POST|GET /
        query CenId:s! ChildInstanceRegionId:s ChildInstanceType:s(VPC| VBR| CCN) OwnerAccount:s OwnerId:i PageNumber:i
          PageSize:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns ChildInstances:{ChildInstance:{CenId:s ChildInstanceAttachTime:s ChildInstanceId:s
          ChildInstanceOwnerId:i ChildInstanceRegionId:s ChildInstanceType:s ManagedService:s Status:s}[]} PageNumber:i
          PageSize:i RequestId:s TotalCount:i
        action DescribeCenBandwidthPackages read rpc POST|GET /
        query Filter:{Key:s(Idle| InUse| CenBandwidthPackageId| Name) Value:s[]}[] IncludeReservationData:b IsOrKey:b
          OwnerAccount:s OwnerId:i PageNumber:i PageSize:i ResourceGroupId:s ResourceOwnerAccount:s ResourceOwnerId:i
          Tag:{Key:s Value:s}[]
        returns CenBandwidthPackages:{CenBandwidthPackage:{Bandwidth:i BandwidthPackageChargeType:s BusinessStatus:s
          CenBandwidthPackageId:s CenIds:{CenId:s[]} CreationTime:s Description:s ExpiredTime:s GeographicRegionAId:s
          GeographicRegionBId:s GeographicSpanId:s HasReservationData:s IsCrossBorder:b Name:s
          OrginInterRegionBandwidthLimits:{OrginInterRegionBandwidthLimit:{BandwidthLimit:s GeographicSpanId:s
          LocalRegionId:s OppositeRegionId:s}[]} ReservationActiveTime:s ReservationBandwidth:s
          ReservationInternetChargeType:s ReservationOrderType:s ResourceGroupId:s Status:s Tags:{Tag:{Key:s
          Value:s}[]}}[]} PageNumber:i PageSize:i RequestId:s TotalCount:i
        action DescribeCenGeographicSpanRemainingBandwidth read rpc POST|GET /
        query CenId:s! GeographicRegionAId:s(China| North-America| Asia-Pacific| Europe)! GeographicRegionBId:s(China|
          North-America| Asia-Pacific| Europe)! OwnerAccount:s OwnerId:i PageNumber:i PageSize:i ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns RemainingBandwidth:i RequestId:s
        action DescribeCenInterRegionBandwidthLimits read rpc POST|GET /
        query CenId:s OwnerAccount:s OwnerId:i PageNumber:i PageSize:i ResourceOwnerAccount:s ResourceOwnerId:i
          TrRegionId:s
        returns CenInterRegionBandwidthLimits:{CenInterRegionBandwidthLimit:{BandwidthLimit:i BandwidthPackageId:s
          BandwidthType:s CenId:s GeographicSpanId:s LocalRegionId:s OppositeRegionId:s Status:s}[]} PageNumber:i
          PageSize:i RequestId:s TotalCount:i
        action DescribeCenRegionDomainRouteEntries read rpc POST|GET /
        query CenId:s! CenRegionId:s! OwnerAccount:s OwnerId:i PageNumber:i PageSize:i ResourceOwnerAccount:s
          ResourceOwnerId:i Status:s(Active| Candidate| Rejected| Prohibited| All)
        returns CenRouteEntries:{CenRouteEntry:{AsPaths:{AsPath:s[]}
          CenOutRouteMapRecords:{CenOutRouteMapRecord:{RegionId:s RouteMapId:s}[]}
          CenRouteMapRecords:{CenRouteMapRecord:{RegionId:s RouteMapId:s}[]} Communities:{Community:s[]}
          DestinationCidrBlock:s NextHopInstanceId:s NextHopRegionId:s NextHopType:s Preference:i Status:s
          ToOtherRegionStatus:s Type:s}[]} PageNumber:i PageSize:i RequestId:s TotalCount:i
        action DescribeCens read rpc POST|GET /
        query Filter:{Key:s(CenId| Name) Value:s[]}[] OwnerAccount:s OwnerId:i PageNumber:i PageSize:i ResourceGroupId:s
          ResourceOwnerAccount:s ResourceOwnerId:i Tag:{Key:s Value:s}[]
        returns Cens:{Cen:{CenBandwidthPackageIds:{CenBandwidthPackageId:s[]} CenId:s CreationTime:s Description:s
          Ipv6Level:s Name:s ProtectionLevel:s ResourceGroupId:s Status:s Tags:{Tag:{Key:s Value:s}[]}}[]} PageNumber:i
          PageSize:i RequestId:s TotalCount:i
        action DescribePublishedRouteEntries read rpc POST|GET /
        query CenId:s! ChildInstanceId:s! ChildInstanceRegionId:s! ChildInstanceType:s(VPC| VBR| CCN)!
          ChildInstanceRouteTableId:s DestinationCidrBlock:s PageNumber:i PageSize:i ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns PageNumber:i PageSize:i PublishedRouteEntries:{PublishedRouteEntry:{ChildInstanceRouteTableId:s
          Conflicts:{Conflict:{DestinationCidrBlock:s InstanceId:s InstanceType:s RegionId:s Status:s}[]}
          DestinationCidrBlock:s NextHopId:s NextHopType:s OperationalMode:b PublishStatus:s RouteType:s}[]} RequestId:s
          TotalCount:i
        action DescribeRouteConflict read rpc POST|GET /
        query ChildInstanceId:s! ChildInstanceRegionId:s! ChildInstanceRouteTableId:s! ChildInstanceType:s(VPC| VBR|
          CCN)! DestinationCidrBlock:s OwnerAccount:s OwnerId:i PageNumber:i PageSize:i ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns PageNumber:i PageSize:i RequestId:s RouteConflicts:{RouteConflict:{DestinationCidrBlock:s InstanceId:s
          InstanceType:s RegionId:s Status:s}[]} TotalCount:i
        action DetachCenChildInstance destroy rpc POST|GET /
        query CenId:s! ChildInstanceId:s! ChildInstanceRegionId:s! ChildInstanceType:s(VPC| VBR| CCN)! CenOwnerId:i
          ChildInstanceOwnerId:i OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action DisableTransitRouterRouteTablePropagation destroy rpc POST|GET /
        query TransitRouterAttachmentId:s! TransitRouterRouteTableId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action DissociateTransitRouterAttachmentFromRouteTable destroy rpc POST|GET /
        query TransitRouterAttachmentId:s! TransitRouterRouteTableId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action EnableTransitRouterRouteTablePropagation write rpc POST|GET /
        query TransitRouterAttachmentId:s! TransitRouterRouteTableId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action GrantInstanceToTransitRouter write rpc POST|GET /
        query CenId:s! CenOwnerId:i! InstanceId:s! InstanceType:s(VPC| ExpressConnect| VPN| ECR)!
          OrderType:s(PayByCenOwner| PayByResourceOwner) OwnerAccount:s OwnerId:i RegionId:s ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns RequestId:s
        action ListTagResources read rpc POST|GET /
        query ResourceType:s! NextToken:s OwnerAccount:s OwnerId:i PageSize:i RegionId:s ResourceId:s[]
          ResourceOwnerAccount:s ResourceOwnerId:i Tag:{Key:s Value:s}[]
        returns NextToken:s RequestId:s TagResources:{TagResource:{ResourceId:s ResourceType:s TagKey:s TagValue:s}[]}
        action ListTransitRouterAvailableResource read rpc POST|GET /
        query RegionId:s! OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i SupportMulticast:b
        returns AvailableZones:s[] MasterZones:s[] RequestId:s SlaveZones:s[] SupportMulticast:b
        action ListTransitRouterPeerAttachments read rpc POST|GET /
        query CenId:s MaxResults:i NextToken:s OwnerAccount:s OwnerId:i RegionId:s ResourceOwnerAccount:s
          ResourceOwnerId:i Tag:{Key:s Value:s}[] TransitRouterAttachmentId:s TransitRouterId:s
        returns MaxResults:i NextToken:s RequestId:s TotalCount:i TransitRouterAttachments:{AutoPublishRouteEnabled:b
          Bandwidth:i BandwidthType:s CenBandwidthPackageId:s CenId:s CreationTime:s DefaultLinkType:s
          GeographicSpanId:s PeerTransitRouterId:s PeerTransitRouterOwnerId:i PeerTransitRouterRegionId:s RegionId:s
          ResourceType:s Status:s Tags:{Key:s Value:s}[] TransitRouterAttachmentDescription:s
          TransitRouterAttachmentId:s TransitRouterAttachmentName:s TransitRouterId:s}[]
        action ListTransitRouterRouteEntries read rpc POST|GET /
        query TransitRouterRouteTableId:s! MaxResults:i NextToken:s OwnerAccount:s OwnerId:i PrefixListId:s
          ResourceOwnerAccount:s ResourceOwnerId:i RouteFilter:{Key:s(PrefixExactMatchCidrs| LongestPrefixMatchCidrs|
          SubnetOfMatchCidrs| SupernetOfMatchCidrs) Value:s[]}[] TransitRouterRouteEntryDestinationCidrBlock:s
          TransitRouterRouteEntryIds:s[] TransitRouterRouteEntryNames:s[] TransitRouterRouteEntryNextHopId:s
          TransitRouterRouteEntryNextHopResourceId:s TransitRouterRouteEntryNextHopResourceType:s(VPC| VBR| TR| VPN)
          TransitRouterRouteEntryNextHopType:s(BlackHole| Attachment) TransitRouterRouteEntryOriginResourceId:s
          TransitRouterRouteEntryOriginResourceType:s(VPC| VBR| TR| VPN) TransitRouterRouteEntryStatus:s(All| Active|
          Rejected| Prohibited| Standby| Candidate) TransitRouterRouteEntryType:s(Propagated| Static)
        returns MaxResults:i NextToken:s RequestId:s TotalCount:i TransitRouterRouteEntries:{CreateTime:s
          OperationalMode:b PathAttributes:{AsPaths:s[] Communities:s[] OriginInstanceId:s OriginInstanceType:s
          OriginRouteType:s Preference:i} PrefixListId:s Tag:s TransitRouterRouteEntryDescription:s
          TransitRouterRouteEntryDestinationCidrBlock:s TransitRouterRouteEntryId:s TransitRouterRouteEntryName:s
          TransitRouterRouteEntryNextHopId:s TransitRouterRouteEntryNextHopResourceId:s
          TransitRouterRouteEntryNextHopResourceType:s TransitRouterRouteEntryNextHopType:s
          TransitRouterRouteEntryOriginResourceId:s TransitRouterRouteEntryOriginResourceType:s
          TransitRouterRouteEntryStatus:s TransitRouterRouteEntryType:s}[]
        action ListTransitRouterRouteTableAssociations read rpc POST|GET /
        query MaxResults:i NextToken:s OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
          Status:s(Active| Associating| Dissociating) TransitRouterAttachmentId:s TransitRouterAttachmentResourceId:s
          TransitRouterAttachmentResourceType:s(VPC| VBR| TR| VPN) TransitRouterRouteTableId:s
        returns MaxResults:i NextToken:s RequestId:s TotalCount:i TransitRouterAssociations:{ResourceId:s ResourceType:s
          Status:s TransitRouterAttachmentId:s TransitRouterRouteTableId:s}[]
        action ListTransitRouterRouteTablePropagations read rpc POST|GET /
        query TransitRouterRouteTableId:s! MaxResults:i NextToken:s OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i Status:s(Active| Enabling| Disabling) TransitRouterAttachmentId:s
          TransitRouterAttachmentResourceId:s TransitRouterAttachmentResourceType:s(VPC| VBR| TR| VPN)
        returns MaxResults:i NextToken:s RequestId:s TotalCount:i TransitRouterPropagations:{ResourceId:s ResourceType:s
          Status:s TransitRouterAttachmentId:s TransitRouterRouteTableId:s}[]
        action ListTransitRouterRouteTables read rpc POST|GET /
        query MaxResults:i NextToken:s OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
          RouteTableOptions:{MultiRegionECMP:s(disable| enable)} Tag:{Key:s Value:s}[] TransitRouterId:s
          TransitRouterRouteTableIds:s[] TransitRouterRouteTableNames:s[] TransitRouterRouteTableStatus:s(Creating|
          Deleting| Active) TransitRouterRouteTableType:s(Custom| System)
        returns MaxResults:i NextToken:s RequestId:s TotalCount:i TransitRouterRouteTables:{CreateTime:s RegionId:s
          RouteTableOptions:{MultiRegionECMP:s} Tags:{Key:s Value:s}[] TransitRouterId:s
          TransitRouterRouteTableDescription:s TransitRouterRouteTableId:s TransitRouterRouteTableName:s
          TransitRouterRouteTableStatus:s TransitRouterRouteTableType:s}[]
        action ListTransitRouterVpcAttachments read rpc POST|GET /
        query CenId:s MaxResults:i NextToken:s OrderType:s(PayByCenOwner| PayByResourceOwner) OwnerAccount:s OwnerId:i
          RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i Status:s(Attaching| Attached| Detaching) Tag:{Key:s
          Value:s}[] TransitRouterAttachmentId:s TransitRouterId:s VpcId:s
        returns MaxResults:i NextToken:s RequestId:s TotalCount:i TransitRouterAttachments:{AutoPublishRouteEnabled:b
          CenId:s ChargeType:s CreationTime:s ManagedService:s OrderType:s ResourceType:s Status:s Tags:{Key:s
          Value:s}[] TransitRouterAttachmentDescription:s TransitRouterAttachmentId:s TransitRouterAttachmentName:s
          TransitRouterId:s TransitRouterVPCAttachmentOptions:m VpcId:s VpcOwnerId:i VpcRegionId:s
          ZoneMappings:{NetworkInterfaceId:s VSwitchId:s ZoneId:s}[]}[]
        action ListTransitRouters read rpc POST|GET /
        query CenId:s FeatureFilter:{Key:s Value:s[](Enabled| Disabled)}[] OwnerAccount:s OwnerId:i PageNumber:i
          PageSize:i RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i Status:s(Creating| Active| Modifying| Deleting|
          Upgrading) Tag:{Key:s Value:s}[] TransitRouterId:s TransitRouterName:s Type:s(Enterprise| Basic)
        returns PageNumber:i PageSize:i RequestId:s TotalCount:i TransitRouters:{AliUid:i CenId:s CreationTime:s
          RegionId:s Status:s SupportMulticast:b Tags:{Key:s Value:s}[] TransitRouterCidrList:{Cidr:s Description:s
          Name:s PublishCidrRoute:b TransitRouterCidrId:s}[] TransitRouterDescription:s TransitRouterId:s
          TransitRouterName:s Type:s}[]
        action ModifyCenAttribute write rpc POST|GET /
        query CenId:s! Description:s Name:s OwnerAccount:s OwnerId:i ProtectionLevel:s ResourceOwnerAccount:s
          ResourceOwnerId:i
        returns RequestId:s
        action OpenTransitRouterService spend rpc POST|GET /
        query ClientToken:s OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns OrderId:s RequestId:s
        action PublishRouteEntries write rpc POST|GET /
        query CenId:s! ChildInstanceId:s! ChildInstanceRegionId:s! ChildInstanceRouteTableId:s! ChildInstanceType:s(VPC|
          VBR)! DestinationCidrBlock:s! ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action ReplaceTransitRouterRouteTableAssociation write rpc POST|GET /
        query TransitRouterAttachmentId:s! TransitRouterRouteTableId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action RevokeInstanceFromTransitRouter destroy rpc POST|GET /
        query CenId:s! CenOwnerId:i! InstanceId:s! InstanceType:s(VPC| ExpressConnect| VPN| ECR)! OwnerAccount:s
          OwnerId:i RegionId:s ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action SetCenInterRegionBandwidthLimit write rpc POST|GET /
        query BandwidthLimit:i! CenId:s! LocalRegionId:s! OppositeRegionId:s! BandwidthType:s OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action TagResources write rpc POST|GET /
        query ResourceId:s[]! ResourceType:s! Tag:{Key:s Value:s}[]! OwnerAccount:s OwnerId:i RegionId:s
          ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action UnassociateCenBandwidthPackage destroy rpc POST|GET /
        query CenBandwidthPackageId:s! CenId:s! OwnerAccount:s OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action UpdateTransitRouter write rpc POST|GET /
        query RegionId:s! TransitRouterId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i TransitRouterDescription:s TransitRouterName:s
        returns RequestId:s
        action UpdateTransitRouterPeerAttachmentAttribute spend rpc POST|GET /
        query TransitRouterAttachmentId:s! AutoPublishRouteEnabled:b Bandwidth:i BandwidthType:s(BandwidthPackage|
          DataTransfer) CenBandwidthPackageId:s ClientToken:s DefaultLinkType:s DryRun:b OwnerAccount:s OwnerId:i
          ResourceOwnerAccount:s ResourceOwnerId:i TransitRouterAttachmentDescription:s TransitRouterAttachmentName:s
        returns RequestId:s
        action UpdateTransitRouterRouteEntry write rpc POST|GET /
        query TransitRouterRouteEntryId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i TransitRouterRouteEntryDescription:s TransitRouterRouteEntryName:s
        returns RequestId:s
        action UpdateTransitRouterRouteTable write rpc POST|GET /
        query TransitRouterRouteTableId:s! ClientToken:s DryRun:b OwnerAccount:s OwnerId:i ResourceOwnerAccount:s
          ResourceOwnerId:i RouteTableOptions:{MultiRegionECMP:s(disable| enable)} TransitRouterRouteTableDescription:s
          TransitRouterRouteTableName:s
        returns RequestId:s
        action UpdateTransitRouterVpcAttachmentAttribute write rpc POST|GET /
        query TransitRouterAttachmentId:s! AutoPublishRouteEnabled:b ClientToken:s DryRun:b OrderType:s OwnerAccount:s
          OwnerId:i ResourceOwnerAccount:s ResourceOwnerId:i TransitRouterAttachmentDescription:s
          TransitRouterAttachmentName:s TransitRouterVPCAttachmentOptions:m~
        returns RequestId:s
        action UpdateTransitRouterVpcAttachmentZones write rpc POST|GET /
        query TransitRouterAttachmentId:s! AddZoneMappings:{VSwitchId:s ZoneId:s}[] ClientToken:s DryRun:b
          OwnerAccount:s OwnerId:i RemoveZoneMappings:{VSwitchId:s ZoneId:s}[] ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        action WithdrawPublishedRouteEntries destroy rpc POST|GET /
        query CenId:s! ChildInstanceId:s! ChildInstanceRegionId:s! ChildInstanceRouteTableId:s! ChildInstanceType:s!
          DestinationCidrBlock:s! ResourceOwnerAccount:s ResourceOwnerId:i
        returns RequestId:s
        """
}
