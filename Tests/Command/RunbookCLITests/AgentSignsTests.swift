import Testing

@testable import RunbookCLI

struct AgentSignsTests {
    @Test(arguments: [
        ([:], false), (["CLAUDECODE": "1"], true), (["CLAUDECODE": ""], false), (["TERM": "xterm"], false),
        (["RUNBOOK_NO_TERMINAL": "1"], true),
    ])
    func knowsTheVariables(variables: [String: String], expected: Bool) {
        #expect((AgentSigns.sign(in: variables) != nil) == expected)
    }
}
