// swift-format-ignore-file
// Written by tools/alicloud-contract; do not change it by hand.

extension ContractData {
    static let elasticsearch1 = """
        product elasticsearch 2017-06-13
        action AddConnectableCluster write roa POST /openapi/instances/{InstanceId}/connected-clusters
        query clientToken:s
        raw
        returns RequestId:s Result:b
        action AddSnapshotRepo write roa POST /openapi/instances/{InstanceId}/snapshot-repos
        raw
        returns RequestId:s Result:b
        action CloseHttps destroy roa POST /openapi/instances/{InstanceId}/actions/close-https
        query clientToken:s
        returns RequestId:s Result:b
        action CreateSnapshot write roa POST /openapi/instances/{InstanceId}/snapshots
        query ClientToken:s!
        raw
        returns RequestId:s Result:b
        action CreateVpcEndpoint spend roa POST /openapi/instances/{InstanceId}/vpc-endpoints
        query ClientToken:s dryRun:b
        body serviceId:s zoneId:s
        returns RequestId:s Result:{endpointDomain:s endpointId:s endpointName:s serviceId:s}
        action DeleteConnectedCluster destroy roa DELETE /openapi/instances/{InstanceId}/connected-clusters
        query connectedInstanceId:s! clientToken:s
        returns RequestId:s Result:b
        action DeleteInstance destroy roa DELETE /openapi/instances/{InstanceId}
        query clientToken:s deleteType:s
        returns RequestId:s
        action DeleteSnapshotRepo destroy roa DELETE /openapi/instances/{InstanceId}/snapshot-repos
        query repoPath:s! clientToken:s
        returns RequestId:s Result:b
        action DeleteVpcEndpoint destroy roa DELETE /openapi/instances/{InstanceId}/vpc-endpoints/{EndpointId}
        query ClientToken:s
        returns RequestId:s Result:b
        action DescribeConnectableClusters read roa GET /openapi/instances/{InstanceId}/connectable-clusters
        query alreadySetItems:b
        returns RequestId:s Result:{instances:s networkType:s}[]
        action DescribeElasticsearchHealth read roa GET /openapi/instances/{InstanceId}/elasticsearch-health
        returns Code:s Message:s RequestId:s Result:s
        action DescribeInstance read roa GET /openapi/instances/{InstanceId}
        returns RequestId:s Result:{advancedDedicateMaster:b advancedSetting:{gcName:s} aliwsDicts:{fileSize:i name:s
          sourceType:s type:s}[] archType:s clientNodeConfiguration:{amount:i disk:i diskType:s spec:s specInfo:s}
          createdAt:s dedicateMaster:b description:s dictList:{fileSize:i name:s sourceType:s type:s}[] domain:s
          elasticDataNodeConfiguration:{amount:i disk:i diskEncryption:b diskType:s spec:s specInfo:s}
          enableKibanaPrivateNetwork:b enableKibanaPublicNetwork:b enablePublic:b endTime:i endpoints:{endpoint:s
          vswitchId:s zoneId:s}[] esConfig:m esIPBlacklist:s[] esIPWhitelist:s[] esVersion:s extendConfigs:m[]
          haveClientNode:b haveKibana:b ikHotDicts:{fileSize:i name:s sourceType:s type:s}[]
          indexNodeConfiguration:{amount:i disk:i diskType:s performanceLevel:s spec:s} inited:b instanceCategory:s
          instanceId:s isNewDeployment:b kibanaConfiguration:{amount:i disk:i spec:s specInfo:s} kibanaDomain:s
          kibanaIPWhitelist:s[] kibanaPort:i kibanaPrivateDomain:s kibanaPrivateIPWhitelist:s[] kibanaPrivatePort:s
          masterConfiguration:{amount:i disk:i diskType:s spec:s specInfo:s} networkConfig:{type:s vpcId:s vsArea:s
          vswitchId:s whiteIpGroupList:{groupName:s ips:s[] whiteIpType:s}[]} nodeAmount:i nodeSpec:{disk:i
          diskEncryption:b diskPreference:s diskType:s performanceLevel:s spec:s specInfo:s} paymentType:s port:i
          postpaidServiceStatus:s privateNetworkIpWhiteList:s[] protocol:s publicDomain:s publicIpWhitelist:s[]
          publicPort:i resourceGroupId:s searchNodeConfiguration:{amount:i disk:i diskType:s performanceLevel:s spec:s}
          serviceVpc:b status:s synonymsDicts:{fileSize:i name:s sourceType:s type:s}[] tags:{tagKey:s tagValue:s}[]
          updatedAt:s vpcInstanceId:s warmNode:b warmNodeConfiguration:{amount:i disk:i diskEncryption:b diskType:s
          spec:s specInfo:s} zoneCount:i zoneInfos:{status:s zoneId:s}[]}
        action DescribeRegions read roa GET /openapi/regions
        returns RequestId:s Result:{consoleEndpoint:s localName:s regionEndpoint:s regionId:s status:s}[]
        action DescribeSnapshotSetting read roa GET /openapi/instances/{InstanceId}/snapshot-setting
        returns RequestId:s Result:{Enable:b Indices:s[] QuartzRegex:s}
        action DisableKibanaPvlNetwork destroy roa POST /openapi/instances/{InstanceId}/actions/disable-kibana-private
        returns RequestId:s Result:b
        action EnableKibanaPvlNetwork write roa POST /openapi/instances/{InstanceId}/actions/enable-kibana-private
        query clientToken:s
        body endpointName:s managedSecurityGroup:b securityGroups:s[]~ vSwitchIdsZone:{vswitchId:s zoneId:s}[]~ vpcId:s
        returns RequestId:s Result:b
        action GetElastictask read roa GET /openapi/instances/{InstanceId}/elastic-task
        returns RequestId:s Result:{elasticExpansionTask:{cronExpression:s elasticNodeCount:i replicaCount:i
          targetIndices:s[] triggerType:s} elasticShrinkTask:{cronExpression:s elasticNodeCount:i replicaCount:i
          targetIndices:s[] triggerType:s}}
        action GetRegionConfiguration read roa GET /openapi/region
        query zoneId:s
        returns RequestId:s Result:{clientNodeAmountRange:{maxAmount:i minAmount:i} clientNodeDiskList:{diskType:s
          maxSize:i minSize:i scaleLimit:i}[] clientNodeSpec:s[] createUrl:s dataDiskList:{diskType:s maxSize:i
          minSize:i scaleLimit:i valueLimitSet:s[]}[] elasticNodeProperties:{amountRange:{maxAmount:i minAmount:i}
          diskList:{diskEncryption:b diskType:s maxSize:i minSize:i scaleLimit:i valueLimitSet:s[]}[] spec:s[]} env:s
          esVersions:s[] esVersionsLatestList:{key:s value:s}[] instanceSupportNodes:s[] jvmConfine:{memory:i
          supportEsVersions:s[] supportGcs:s[]} kibanaNodeProperties:{amountRange:{maxAmount:i minAmount:i} spec:s[]}
          logstashZones:s[] masterDiskList:{diskType:s maxSize:i minSize:i scaleLimit:i}[] masterSpec:s[]
          node:{maxAmount:i minAmount:i} nodeSpecList:{cpuCount:i disk:i diskType:s enable:b memorySize:i spec:s
          specGroupType:s}[] regionId:s supportVersions:{instanceCategory:s supportVersionList:{key:s value:s}[]}[]
          warmNodeProperties:{amountRange:{maxAmount:i minAmount:i} diskList:{diskEncryption:b diskType:s maxSize:i
          minSize:i scaleLimit:i valueLimitSet:s[]}[] spec:s[]} zones:s[]}
        action InvokeEsRequest destroy roa POST /openapi/instances/{InstanceId}/es-request
        query path:s! credentialId:s method:s system:b
        raw
        returns RequestId:s Result:x
        action ListActionRecords read roa GET /openapi/instances/{InstanceId}/action-records
        query actionNames:s endTime:i filter:s page:i requestId:s size:i startTime:i userId:s
        returns RequestId:s Result:{actionName:s actionParams:m actionResultAccessList:s[] endTime:i instanceId:s
          metaNow:s metaOld:s ownerId:s process:s recordDiff:m recordIds:s[] requestId:s startTime:i stateType:s
          statusInfo:{completeNodeCount:i endTime:i exception:s latencyMills:i nodeCount:i process:s startTime:i
          stateType:s subState:s subStatusInfo:{completeNodeCount:i endTime:i exception:s latencyMills:i nodeCount:i
          process:s startTime:i stateType:s subState:s}[]}[] userId:s userInfo:s userType:s}[]
        action ListAllNode read roa GET /openapi/instances/{InstanceId}/nodes
        query extended:b
        returns RequestId:s Result:{cpuPercent:s diskUsedPercent:s health:s heapPercent:s host:s loadOneM:s nodeType:s
          port:i zoneId:s}[]
        action ListAlternativeSnapshotRepos read roa GET /openapi/instances/{InstanceId}/alternative-snapshot-repos
        query alreadySetItems:b
        returns RequestId:s Result:{instanceId:s repoPath:s}[]
        action ListConnectedClusters read roa GET /openapi/instances/{InstanceId}/connected-clusters
        returns RequestId:s Result:{Result:{instances:s networkType:s}[]}
        action ListInstance read roa GET /openapi/instances
        query description:s esVersion:s instanceCategory:s instanceId:s page:i paymentType:s resourceGroupId:s size:i
          status:s tags:s vpcId:s zoneId:s
        returns Headers:{X-Total-Count:i} RequestId:s Result:{advancedDedicateMaster:b archType:s
          clientNodeConfiguration:{amount:i disk:i diskType:s spec:s specInfo:s} createdAt:s dedicateMaster:b
          description:s domain:s elasticDataNodeConfiguration:{amount:i disk:i diskEncryption:b diskType:s spec:s
          specInfo:s} endTime:i esVersion:s extendConfigs:m[] indexNodeConfiguration:{amount:i disk:i diskType:s
          performanceLevel:s spec:s} instanceId:s isNewDeployment:s kibanaConfiguration:{amount:i disk:i diskType:s
          spec:s specInfo:s} kibanaIPWhitelist:s[] kibanaPrivateIPWhitelist:s[] masterConfiguration:{amount:i disk:i
          diskType:s spec:s specInfo:s} networkConfig:{type:s vpcId:s vsArea:s vswitchId:s whiteIpGroupList:{groupName:s
          ips:s[] whiteIpType:s}[]} nodeAmount:i nodeSpec:{disk:i diskEncryption:b diskPreference:s diskType:s
          performanceLevel:s spec:s specInfo:s} paymentType:s port:s postpaidServiceStatus:s
          privateNetworkIpWhiteList:s[] protocol:s publicIpWhitelist:s[] resourceGroupId:s
          searchNodeConfiguration:{amount:i disk:i diskType:s performanceLevel:s spec:s} serviceVpc:b status:s
          tags:{tagKey:s tagValue:s}[] updatedAt:s vpcInstanceId:s zoneCount:i zoneInfos:{status:s zoneId:s}[]}[]
        action ListInstanceIndices read roa GET /openapi/instances/{InstanceId}/indices
        query all:b isManaged:b isOpenstore:b name:s page:i size:i
        returns Headers:{X-Managed-Count:i X-Managed-StorageSize:i X-OSS-Count:i X-OSS-StorageSize:i} RequestId:s
          Result:{createTime:s health:s ilmExplain:s isManaged:s managedStatus:s name:s phase:s size:i}[]
        action ListKibanaPvlNetwork read roa GET /openapi/instances/{InstanceId}/actions/get-kibana-private
        returns RequestId:s Result:{createTime:s endpointId:s endpointName:s endpointStatus:s managedSecurityGroup:b
          pvlId:s securityGroups:s[] vSwitchIdsZone:{vswitchId:s zoneId:s}[] vpcId:s}[]
        action ListSnapshotReposByInstanceId read roa GET /openapi/instances/{InstanceId}/snapshot-repos
        returns RequestId:s Result:{instanceId:s repoPath:s snapWarehouse:s status:s}[]
        action ListTagResources read roa GET /openapi/tags
        query ResourceType:s! NextToken:s Page:i ResourceIds:s Size:i Tags:s
        returns Headers:{X-Total-Count:i} PageSize:i RequestId:s TagResources:{TagResource:{ResourceId:s ResourceType:s
          TagKey:s TagValue:s}[]}
        action ListVpcEndpoints read roa GET /openapi/instances/{InstanceId}/vpc-endpoints
        query page:i size:i
        returns RequestId:s Result:{connectionStatus:s createTime:s endpointBusinessStatus:s endpointDomain:s
          endpointId:s endpointName:s endpointStatus:s serviceId:s serviceName:s}[]
        action ModifyWhiteIps write roa POST|PATCH /openapi/instances/{InstanceId}/actions/modify-white-ips
        query clientToken:s
        body modifyMode:s networkType:s nodeType:s whiteIpGroup:{groupName:s ips:s[] whiteIpType:s}~ whiteIpList:s[]~
        returns RequestId:s Result:b
        action OpenHttps write roa POST /openapi/instances/{InstanceId}/actions/open-https
        query clientToken:s
        returns RequestId:s Result:b
        action RestartInstance write roa POST /openapi/instances/{InstanceId}/actions/restart
        query clientToken:s force:b
        raw
        returns RequestId:s Result:{createdAt:s description:s dictList:{fileSize:i name:s sourceType:s type:s}[]
          domain:s esVersion:s instanceId:s kibanaConfiguration:{amount:i disk:i diskType:s spec:s} kibanaDomain:s
          kibanaPort:i masterConfiguration:{amount:i disk:i diskType:s spec:s} networkConfig:{type:s vpcId:s vsArea:s
          vswitchId:s} nodeAmount:i nodeSpec:{disk:i diskType:s spec:s} paymentType:s publicDomain:s publicPort:i
          status:s synonymsDicts:{fileSize:i name:s sourceType:s type:s}[] updatedAt:s}
        action TagResources write roa POST /openapi/tags
        body ResourceIds:s[]~! ResourceType:s! Tags:{key:s! value:s!}[]~!
        returns RequestId:s Result:b
        action TriggerNetwork write roa POST /openapi/instances/{InstanceId}/actions/network-trigger
        query clientToken:s
        body actionType:s! networkType:s! nodeType:s!
        returns RequestId:s Result:b
        action UpdateAdminPassword write roa POST|PATCH /openapi/instances/{InstanceId}/admin-pwd
        query clientToken:s
        body esAdminPassword:s
        returns RequestId:s Result:b
        action UpdateDescription write roa POST|PATCH /openapi/instances/{InstanceId}/description
        query clientToken:s
        body description:s
        returns RequestId:s Result:{description:s}
        action UpdateInstance spend roa PUT /openapi/instances/{InstanceId}
        query clientToken:s force:b orderActionType:s
        body clientNodeConfiguration:{amount:i! disk:i! diskType:s! spec:s!}~ elasticDataNodeConfiguration:{amount:i
          disk:i diskEncryption:b diskType:s performanceLevel:s spec:s!}~ indexNodeConfiguration:{amount:i disk:i
          diskType:s performanceLevel:s spec:s}~ instanceCategory:s kibanaConfiguration:{amount:i disk:i spec:s!}~
          masterConfiguration:{amount:i! disk:i! diskType:s! spec:s!}~ nodeAmount:i nodeSpec:{disk:i diskEncryption:b
          diskPreference:s diskType:s performanceLevel:s spec:s!}~ searchNodeConfiguration:{amount:i disk:i diskType:s
          performanceLevel:s spec:s}~ updateType:s warmNodeConfiguration:{amount:i disk:i diskEncryption:b diskType:s
          performanceLevel:s spec:s!}~
        returns Code:s Message:s RequestId:s Result:{createdAt:s description:s domain:s esVersion:s
          indexNodeConfiguration:{amount:i disk:i diskType:s performanceLevel:s spec:s} instanceId:s
          kibanaConfiguration:{amount:i disk:i diskType:s spec:s} masterConfiguration:{amount:i disk:i diskType:s
          spec:s} nodeAmount:i nodeSpec:{disk:i diskType:s spec:s} paymentType:s searchNodeConfiguration:{amount:i
          disk:i diskType:s performanceLevel:s spec:s} status:s}
        action UpdateInstanceSettings write roa POST|PATCH /openapi/instances/{InstanceId}/instance-settings
        query clientToken:s force:b updateStrategy:s
        body esConfig:m~
        returns RequestId:s
        action UpdateKibanaPvlNetwork write roa POST /openapi/instances/{InstanceId}/actions/update-kibana-private
        query clientToken:s pvlId:s
        body endpointName:s securityGroups:s[]~
        returns RequestId:s Result:b
        action UpdateKibanaWhiteIps write roa POST|PATCH /openapi/instances/{InstanceId}/kibana-white-ips
        query clientToken:s modifyMode:s
        body kibanaIPWhitelist:s[]~ whiteIpGroup:{groupName:s ips:s[] whiteIpType:s}~
        returns RequestId:s Result:{kibanaIPWhitelist:s[] kibanaPrivateIPWhitelist:s[] networkConfig:{type:s vpcId:s
          vsArea:s vswitchId:s whiteIpGroupList:{groupName:s ips:s[] whiteIpType:s}[]}}
        action UpdatePrivateNetworkWhiteIps write roa POST /openapi/instances/{InstanceId}/private-network-white-ips
        query clientToken:s modifyMode:s
        raw
        returns RequestId:s Result:{privateNetworkIpWhiteList:s[]}
        action UpdatePublicNetwork write roa POST|PATCH /openapi/instances/{InstanceId}/public-network
        query clientToken:s
        raw
        returns RequestId:s Result:{enablePublic:b}
        action UpdatePublicWhiteIps write roa POST|PATCH /openapi/instances/{InstanceId}/public-white-ips
        query clientToken:s modifyMode:s
        raw
        returns RequestId:s Result:{publicIpWhitelist:s[]}
        action UpdateSnapshotSetting write roa POST|PUT /openapi/instances/{InstanceId}/snapshot-setting
        raw
        returns RequestId:s Result:{enable:b indices:s[] quartzRegex:s}
        action UpdateWhiteIps write roa POST|PATCH /openapi/instances/{InstanceId}/white-ips
        query clientToken:s modifyMode:s
        body esIPWhitelist:s[]~ whiteIpGroup:{groupName:s ips:s[] whiteIpType:s}~
        returns RequestId:s Result:{esIPWhitelist:s[] networkConfig:{whiteIpGroupList:{groupName:s ips:s[]
          whiteIpType:s}[]}}
        action UpgradeEngineVersion write roa POST /openapi/instances/{InstanceId}/actions/upgrade-version
        query clientToken:s dryRun:b updateStrategy:s
        body plugins:{enable:s fileVersion:s name:s version:s}[]~ type:s version:s
        returns RequestId:s Result:{status:s validateResult:{errorCode:s errorMsg:s errorType:s}[] validateType:s}[]
        action UpgradeInfo read roa GET /openapi/instances/{InstanceId}/upgradeInfo
        returns RequestId:s Result:{UpgradeInfo:{CurRepoVersion:s UpdateRepoVersion:s Upgrade:b curApackVersion:s
          curEsVersion:s upgradeApackVersion:s upgradeEsVersion:s}}
        action ValidateConnection read roa POST /openapi/logstashes/{InstanceId}/validate-connection
        query ClientToken:s
        raw
        returns RequestId:s Result:b
        action createInstance spend roa POST /openapi/instances
        query clientToken:s
        body esAdminPassword:s! esVersion:s! networkConfig:{lbReplica:i loadBalanceConfig:{vsArea:s vswitchId:s}[]
          loadBalanceType:s type:s vpcId:s vsArea:s vswitchId:s whiteIpGroupList:{WhiteIpType:s groupName:s
          ips:s[]}[]}~! nodeAmount:i! clientNodeConfiguration:{amount:i! disk:i! diskType:s! spec:s!}~ description:s
          elasticDataNodeConfiguration:{amount:i disk:i diskEncryption:b diskType:s performanceLevel:s spec:s!}~
          indexNodeConfiguration:{amount:i disk:i diskType:s performanceLevel:s spec:s}~ instanceCategory:s
          kibanaConfiguration:{amount:i disk:i spec:s!}~ masterConfiguration:{amount:i! disk:i! diskType:s! spec:s!}~
          nodeSpec:{disk:i diskEncryption:b diskPreference:s diskType:s performanceLevel:s spec:s!}~
          paymentInfo:{autoRenewDuration:i duration:i! isAutoRenew:b pricingCycle:s!}~ paymentType:s resourceGroupId:s
          searchNodeConfiguration:{amount:i disk:i diskType:s performanceLevel:s spec:s}~ tags:{tagKey:s tagValue:s}[]~
          warmNodeConfiguration:{amount:i disk:i diskEncryption:b diskType:s performanceLevel:s spec:s!}~ zoneCount:i
        """
}
