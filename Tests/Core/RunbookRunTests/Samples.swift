import OrderedJSON
import RunbookModel
import RunbookRun

/// Values that several tests need.
enum Samples {
    static func start(role: Step.Role, id: String) -> RunStart {
        var start = RunStart(
            tool: "runbook 0.1.0", user: "ana", host: "ops1",
            document: .init(file: "a.md", path: "/srv/a.md", sha256: "4f", commit: "0123", isModified: true),
            environment: .init(
                .init(name: "staging", sha256: "ab", isSandbox: false, isDisposable: true),
                path: "/s.yaml"),
            targets: [
                .init(
                    .init(name: "es", kind: "elasticsearch", isVerified: false), address: "http://127.0.0.1",
                    identity: "u1",
                    product: "ES 7", properties: JSONObject([("instance", "es-1")]))
            ],
            parameters: [
                .init(name: "n", value: 3, isSecret: false, source: "default"),
                .init(name: "password", value: nil, isSecret: true, source: "env:P"),
            ],
            outline: Outline(
                title: "Sample",
                steps: [
                    OutlineStep(
                        heading: .init(
                            id: id, role: role, title: "Step", number: "3a", section: ["A", "B"], line: 7,
                            effect: .destroy, targets: ["es"]), prose: "Do it", template: "DELETE /x",
                        within: .seconds(60))
                ]), ticket: "CHG-7")
        start.invocation.only = ["a", "b"]
        start.invocation.from = "c"
        start.invocation.clusters = ["es=7.0"]
        start.invocation.report = "/r.md"
        start.invocation.plugins = ["/p q"]
        return start
    }
}
