import Testing

@testable import RunbookEngine

struct LoweredEffectTests {
    @Test(
        arguments: [
            ("oc get pods\noc -n logging delete pod x", "oc delete"),
            ("sudo systemctl restart es", "systemctl restart"),
            ("kubectl get pods | grep x; rm -rf data", "rm"), ("kubectl --context a drain n1", "kubectl drain"),
            ("kubectl get pods -l app=delete", nil), ("oc describe pod rm", nil), ("echo rm", nil),
            ("grep delete log", nil),
            ("", nil),
        ] as [(String, String?)])
    func findsWhatChangesSomething(_ text: String, _ command: String?) {
        #expect(LoweredEffect.command(in: text) == command)
    }
}
