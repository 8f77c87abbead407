import Foundation
import RunbookModel
import Testing

@testable import RunbookSyntax

/// Documents that were damaged at random, always in the same way.
struct MutationTests {
    private static let text = """
        ---
        title: é
        ---
        # Title
        <!-- runbook: timeout=3s -->

        ```yaml runbook
        version: 1
        targets:
          a: { kind: elasticsearch }
        parameters:
          p: { enum: [x, y], default: x }
        ```

        1. Do **é** ${p}. <!-- runbook: on=a if=p:x -->

           ```console run id=one unless confirm="Sure ${p}?"
           PUT /x
           { "a": "${p}" }
           ```

           \t~~~json expect unordered=.a
           \t{ "a": [${p}, "..."] }
           \t~~~

           - [ ] By hand
             > quoted

             ```console verify within=5s
             GET /
             ```

             ```jq capture
             b = .x |
               .y # c
             ```

        ## Below
        <!-- runbook: manual id=two -->

        * a
        """

    /// A small generator of our own: the same numbers on every machine.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11 ^ state << 21
        }
    }

    private func mutated(_ seed: UInt64) -> [UInt8] {
        var generator = Generator(state: seed)
        var bytes = Array(MutationTests.text.utf8)
        let pieces = [
            "```", "\t", "    ", "> ", "- ", "<!-- runbook: ", "-->", "${", "\"", "'", "=", "\r", "\n", "[ ] ", "é",
            "#",
        ]
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0:
                let end = min(bytes.count, place + Int.random(in: 1...8, using: &generator))
                if end - place < bytes.count { bytes.removeSubrange(place..<end) }
            case 1:
                bytes.insert(contentsOf: Array(pieces.randomElement(using: &generator)?.utf8 ?? "x".utf8), at: place)
            default:
                let end = min(bytes.count, place + Int.random(in: 1...80, using: &generator))
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &generator))
            }
        }
        // Valid text, so that the parser is reached.
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    @Test(arguments: 0..<20)
    func everyPlaceLiesInTheFile(block: Int) {
        var holes = 0
        for seed in block * 100..<(block + 1) * 100 {
            let source = SourceText(file: "a.md", bytes: mutated(UInt64(seed)))
            let result = RunbookParser.parse(source)
            var spans = result.diagnostics.compactMap(\.span) + result.diagnostics.flatMap { $0.related.map(\.span) }
            for step in result.runbook?.steps ?? [] {
                spans += [step.span, step.block?.text.span, step.id?.span].compactMap(\.self)
                spans += (step.title.holes + step.prose.holes).map(\.span) + step.checks.compactMap(\.span)
                spans += step.keys.targets.map(\.span) + step.keys.conditions.map(\.span)
            }
            for span in spans {
                #expect(0 <= span.start.offset && span.start <= span.end && span.end.offset <= source.bytes.count)
                #expect(source.position(at: span.start.offset) == span.start, "seed \(seed)")
            }
            for hole in (result.runbook?.steps ?? []).flatMap({ $0.title.holes + $0.prose.holes }) {
                let text = String(decoding: source.bytes[hole.span.start.offset..<hole.span.end.offset], as: UTF8.self)
                #expect(text == "${\(hole.reference)}", "seed \(seed)")
                holes += 1
            }
        }
        #expect(holes > 50)
    }
}
