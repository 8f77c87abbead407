import RunbookModel
package import RunbookPlugin

extension AlicloudHandler {
    /// What the handler is; `plugin.json` beside the sources is written from it.
    package static let manifest = Manifest(
        name: "alicloud",
        version: "0.1.0",
        summary: "Calls Alibaba Cloud: single actions, and resources that must exist.",
        languages: [],
        targetKinds: [.alicloud],
        family: "alicloud",
        keys: [],
        waits: true,
        examples: [
            Manifest.Example(
                language: "yaml", content: "uses: alicloud/vpc.DescribeVpcs\n",
                actions: [(title: "vpc.DescribeVpcs", effect: .read)]),
            Manifest.Example(
                language: "yaml",
                content: """
                    uses: alicloud/cbn.TransitRouterPeerAttachment
                    TransitRouterId: ${router}
                    PeerTransitRouterId: ${peer}
                    BandwidthType: DataTransfer
                    Bandwidth: 100

                    """,
                actions: [(title: "cbn.TransitRouterPeerAttachment", effect: .spend)]),
            Manifest.Example(
                language: "yaml", content: "uses: alicloud/cbn.Cen\nName: ccr\nstate: absent\n",
                actions: [(title: "delete cbn.Cen", effect: .destroy)]),
        ])
}
