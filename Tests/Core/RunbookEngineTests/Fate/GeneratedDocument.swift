import RunbookModel
import RunbookSyntax

@testable import RunbookEngine

/// A runbook of a seed: alternatives, conditions, values of steps that may be skipped, and steps by hand with checks.
struct GeneratedDocument {
    /// What a seed draws, the same for ever: SplitMix64 of Vigna.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }

        mutating func roll(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
    }

    private var dice: Dice
    private(set) var text: String
    /// The captures that a later step may use: single ones, and those of the alternatives of one parameter.
    private var names: [String] = []
    private var count = 0

    init(seed: UInt64) {
        dice = Dice(state: seed)
        text = """
            # Generated

            ```yaml runbook
            version: 1
            targets:
              es: { kind: elasticsearch }
            parameters:
              way: { enum: [a, b, c], default: a }
              flag: { type: boolean, default: true }
              other: { type: boolean, default: false }
            ```


            """
        let items = Int.random(in: 3...8, using: &dice)
        for number in 1...items {
            text += "\(number). Step \(number).\n\n"
            switch Int.random(in: 0..<10, using: &dice) {
            case 0, 1: addManual()
            case 2, 3: addAlternatives()
            default: addStep(keys: condition(), indent: "   ")
            }
        }
    }

    private mutating func fresh(_ letter: String) -> String {
        count += 1
        return "\(letter)\(count)"
    }

    /// Nothing mostly, else one or two conditions or an alternative.
    private mutating func condition() -> String {
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: return " when='$flag'"
        case 1: return " when='$other'"
        case 2: return names.randomElement(using: &dice).map { " when='$\($0) == 1'" } ?? ""
        case 3: return " if=way:a"
        case 4: return " if=way:b,c"
        default: return ""
        }
    }

    private mutating func use() -> String {
        dice.roll(55) ? names.randomElement(using: &dice).map { "${\($0)}" } ?? "x" : "x"
    }

    private mutating func addStep(keys: String, indent: String, name: String? = nil) {
        let id = fresh("s")
        let isRead = dice.roll(50)
        let isVerify = isRead && dice.roll(40)
        let method = isRead ? "GET" : "PUT"
        let info = isVerify ? "verify id=\(id) within=0s" : "run id=\(id)\(isRead ? "" : " again=yes")"
        text += "\(indent)```console \(info)\(keys)\n\(indent)\(method) /\(id)/\(use())\n\(indent)```\n\n"
        guard let name = name ?? (dice.roll(60) ? fresh("v") : nil) else { return }
        let mark = dice.roll(45) ? "!" : ""
        text += "\(indent)```jq capture\n\(indent)\(name)\(mark) = .v\n\(indent)```\n\n"
        if dice.roll(30) { text += "\(indent)```jq assert\n\(indent)$\(name) == .v\n\(indent)```\n\n" }
        if !names.contains(name) { names.append(name) }
    }

    /// Two or three steps that give one value, each by another way.
    private mutating func addAlternatives() {
        let name = fresh("v")
        let ways = dice.roll(50) ? [["a"], ["b"], ["c"]] : [["a"], ["b", "c"]]
        for way in ways { addStep(keys: " if=way:\(way.joined(separator: ","))", indent: "   ", name: name) }
    }

    private mutating func addManual() {
        let id = fresh("m")
        let keys = dice.roll(30) ? " if=way:b" : ""
        text.removeLast(2)
        text = String(text[..<(text.lastIndex(of: "\n") ?? text.startIndex)])
        text += "\n\(count). [ ] Do it by hand. <!-- runbook: id=\(id)\(keys) -->\n\n"
        if dice.roll(60) {
            let check = fresh("c")
            text += "   ```console verify id=\(check) within=0s\(condition())\n   GET /\(check)/\(use())\n   ```\n\n"
        }
    }

    /// The runbook bound to a handler; nil when it is not one that can run.
    func binding(to handler: FakeHandler) -> Binding? {
        guard let runbook = RunbookParser.parse(SourceText(file: "a.md", text: text)).runbook else { return nil }
        let binding = Binder.bind(runbook, to: HandlerRegistry([handler]))
        return binding.isRunnable ? binding : nil
    }
}
