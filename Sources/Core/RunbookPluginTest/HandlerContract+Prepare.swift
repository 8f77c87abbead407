import RunbookModel
import RunbookPlugin

extension HandlerContract {
    /// Each example is prepared without a problem, into the requests that it names.
    func exampleProblems() -> [Diagnostic] {
        handler.manifest.examples.enumerated().flatMap { index, example -> [Diagnostic] in
            let place = "example \(index + 1)"
            let preparation = preparation(of: example)
            var found = preparation.diagnostics.filter { $0.severity == .error }.map {
                problem("plugin/example", "\(place) is refused: \($0.message)", "correct the example or `prepare`")
            }
            let made = preparation.actions.map { "\($0.effect.rawValue) \($0.title.source)" }
            let told = example.actions.map { "\($0.effect.rawValue) \($0.title)" }
            if made != told {
                found.append(
                    problem(
                        "plugin/example", "\(place) is prepared as `\(made.joined(separator: "`, `"))`",
                        "the example says `\(told.joined(separator: "`, `"))`"))
            }
            if example.isVerify, preparation.actions.contains(where: { $0.effect > .read }) {
                found.append(
                    problem("plugin/example", "\(place) is a `verify`, but does more than read", "make it a `run`"))
            }
            return found + stabilityProblems(of: preparation, again: self.preparation(of: example), place)
        }
    }

    private func stabilityProblems(
        of preparation: Preparation, again: Preparation, _ place: String
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if preparation.actions != again.actions || preparation.diagnostics != again.diagnostics {
            found.append(
                problem(
                    "plugin/impure", "`prepare` gives two different results for \(place)",
                    "`prepare` must depend only on the step"))
        }
        for action in preparation.actions where action.title.source.contains(where: \.isNewline) {
            found.append(
                problem("plugin/example", "a title of \(place) has several lines", "a title is one line for people"))
        }
        return found
    }

    /// Content that nobody would write on purpose: it must be refused or prepared, and never end the process.
    static let garbage: [String] = [
        "", "\n\n\n", " ", "\0", "\u{FEFF}", "${", "${}", "${a", "$${a}", "${a.b[0].c}", "\"", "'", "\\", "}{", "]]]]",
        "GET", "GET /", "GET  / {", "-- ;", "\u{202E}abc", "a\r\nb\r", "🦆 ${🦆}", "\t\tx",
        String(repeating: "[", count: 2_000), String(repeating: "{\"a\":", count: 2_000),
        String(repeating: "${", count: 500), String(repeating: "x", count: 200_000),
        String(repeating: "x\n", count: 5_000),
    ]

    /// The language of blocks that ask for an operation; each once a kind of target.
    private var usedLanguages: [Manifest.Language] {
        let kinds = handler.operationNames.prefix(8).compactMap { handler.operation($0)?.targetKind }
        return Set(kinds).sorted().map { Manifest.Language("yaml", targetKind: $0, body: .yaml) }
    }

    /// The line that garbage is below.
    private func opening(of language: Manifest.Language) -> String {
        guard language.name == "yaml", let family = handler.manifest.family,
            let name = handler.operationNames.first(where: { handler.operation($0)?.targetKind == language.targetKind })
        else { return "" }
        return "uses: \(family)/\(name)\n"
    }

    /// Garbage is survived, in time, and what is wrong is reported at a place inside the block.
    func garbageProblems() -> [Diagnostic] {
        let clock = ContinuousClock()
        var found: [Diagnostic] = []
        for language in handler.manifest.languages + usedLanguages {
            var spent = Duration.zero
            for content in HandlerContract.garbage.map({ opening(of: language) + $0 }) {
                let draft = draft(content, language: language.name, kind: language.targetKind)
                let started = clock.now
                let preparation = handler.prepare(draft)
                spent += started.duration(to: clock.now)
                let size = content.utf8.count
                for diagnostic in preparation.diagnostics {
                    if let span = diagnostic.span, span.end.offset > size || span.start.offset > span.end.offset {
                        found.append(
                            problem(
                                "plugin/garbage", "`\(diagnostic.code)` is reported outside the block",
                                "use spans of the step's text"))
                    }
                }
            }
            for key in handler.manifest.keys {
                for value in ["", "\0", "${", String(repeating: "9", count: 400)] {
                    let setting = Manifest.Example.Setting(name: key.name, value: value)
                    _ = handler.prepare(
                        draft("x", language: language.name, keys: [setting], kind: language.targetKind))
                }
            }
            if spent > patience {
                found.append(
                    problem("plugin/slow", "`prepare` of a `\(language.name)` block is slow", "make it linear in size"))
            }
        }
        return found
    }
}
