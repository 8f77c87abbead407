import RunbookRun
import Testing

@testable import RunbookEngine

/// The table of semantics, "People and flags", row by row: without `--yes`, with it, and in a disposable environment.
struct GatePolicyTests {
    private typealias Decision = GatePolicy.Decision

    static let rows: [(kinds: [Question.Kind], yes: GatePolicy.Decision, disposable: GatePolicy.Decision)] = [
        ([.confirm], .go, .go), ([.manual], .wait, .skip), ([.parameter], .wait, .wait), ([.spend], .wait, .go),
        ([.destroy], .wait, .go), ([.confirm, .destroy], .wait, .go), ([.confirm, .spend], .wait, .go),
    ]

    @Test(arguments: rows)
    func decides(kinds: [Question.Kind], yes: GatePolicy.Decision, disposable: GatePolicy.Decision) {
        for isDisposable in [false, true] {
            #expect(GatePolicy(saysYes: false, isDisposable: isDisposable).decide(kinds) == .ask)
        }
        #expect(GatePolicy(saysYes: true, isDisposable: false).decide(kinds) == yes)
        #expect(GatePolicy(saysYes: true, isDisposable: true).decide(kinds) == disposable)
    }
}
