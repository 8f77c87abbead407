import CSystem
import TerminalTesting
import Testing

@testable import Terminal

struct AppearanceTests {
    @Test(
        arguments: [
            (true, ["TERM": "xterm"], .auto, true, true),
            (true, ["TERM": "xterm", "NO_COLOR": "1"], .auto, false, true),
            (true, ["TERM": "xterm", "NO_COLOR": ""], .auto, true, true),
            (true, ["TERM": "dumb"], .auto, false, false),
            (true, [:], .auto, false, false),
            (false, ["TERM": "xterm"], .auto, false, false),
            (false, ["TERM": "xterm", "NO_COLOR": "1"], .always, true, false),
            (true, ["TERM": "xterm"], .never, false, true),
        ] as [(Bool, [String: String], ColorChoice, Bool, Bool)])
    func decides(
        isTerminal: Bool, environment: [String: String], choice: ColorChoice, usesColor: Bool, isLive: Bool
    ) {
        let appearance = Appearance(isTerminal: isTerminal, columns: nil, environment: environment, color: choice)
        #expect(appearance.usesColor == usesColor)
        #expect(appearance.isLive == isLive)
    }

    @Test(
        arguments: [(nil, nil, 80), (nil, 120, 120), ("40", 120, 40), ("0", 120, 120), ("wide", nil, 80)]
            as [(String?, Int?, Int)])
    func knowsTheWidth(asked: String?, told: Int?, columns: Int) {
        let environment = asked.map { ["COLUMNS": $0] } ?? [:]
        let appearance = Appearance(isTerminal: true, columns: told, environment: environment)
        #expect(appearance.columns == columns)
    }

    @Test func asksTheTerminalForItsWidth() throws {
        let terminal = try PseudoTerminal()
        terminal.resize(columns: 123)
        #expect(runbook_terminal_width(terminal.lower) == 123)
    }
}
