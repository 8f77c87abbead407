import RunbookBodies
import RunbookModel

/// Gives words their meaning as keys of a step.
struct KeyReader {
    private let place: KeyPlace
    private(set) var given: GivenKeys
    private(set) var diagnostics: [Diagnostic] = []

    /// Makes a reader that adds to what is given already.
    init(_ place: KeyPlace, adding given: GivenKeys = GivenKeys()) {
        self.place = place
        self.given = given
    }

    mutating func read(_ words: [KeyWord]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            // Only a value without quotes ends at a space.
            let cut = word.isBare ? rest.prefix { $0.value == nil && isUnknown($0.name.value) } : rest.prefix(0)
            guard let first = cut.first, let last = cut.last, let value = word.value, let help = wholeValue(word, cut)
            else {
                read(word)
                continue
            }
            given.places[word.name.value] = word.name.span
            report(
                "key/unknown",
                "`\(VisibleText.visible(first.name.value))` is not a key: the value of `\(word.name.value)` ends at the "
                    + "space before it",
                SourceSpan(file: value.span.file, start: first.span.start, end: last.span.end), help: help)
            rest = rest.dropFirst(cut.count)
        }
    }

    private func isUnknown(_ name: String) -> Bool {
        !StepKeys.names.contains(name) && Suggestion.nearest(to: name, among: StepKeys.names) == nil
    }

    /// How to write a value that has a space; nil where the words behind it are their own.
    private func wholeValue(_ word: KeyWord, _ rest: ArraySlice<KeyWord>) -> String? {
        guard let value = word.value, !value.value.isEmpty, word.isBare else { return nil }
        let parts = [value.value] + rest.map(\.name.value)
        switch word.name.value {
        case "confirm", "show", "when", "same":
            let quote = parts.contains { $0.utf8.contains(UInt8(ascii: "\"")) } ? "'" : "\""
            return "put quotes around the whole value: `\(word.name.value)=\(quote)"
                + VisibleText.visible(parts.joined(separator: " ")) + "\(quote)`"
        case "on", "needs", "if", "status":
            let names = parts.map { $0.split(separator: ",").joined(separator: ",") }
            return "write the list without spaces: `\(word.name.value)="
                + VisibleText.visible(names.joined(separator: ",")) + "`"
        default: return nil
        }
    }

    private mutating func read(_ word: KeyWord) {
        let key = word.name.value
        guard StepKeys.names.contains(key) else {
            readOther(word)
            return
        }
        if let first = given.places[key] {
            report(
                "key/duplicate", "`\(key)` is repeated", word.name.span, help: "keep one of them",
                related: [Diagnostic.Related(span: first, message: "the first one is here")])
            return
        }
        given.places[key] = word.name.span
        if let (message, help) = place.objection(to: key) {
            report("key/misplaced", message, word.name.span, help: help)
        } else if key == "unless" {
            readUnless(word)
        } else if let value = word.value, !value.value.isEmpty {
            read(key, value)
        } else {
            report("key/no-value", "`\(key)` has no value", word.span, help: "write `\(key)=\(example(key))`")
        }
    }

    private mutating func readOther(_ word: KeyWord) {
        let key = word.name.value
        if place.takesOtherKeys {
            if let first = given.places.updateValue(word.name.span, forKey: key) {
                report(
                    "key/duplicate", "`\(key)` is repeated", word.name.span, help: "keep one of them",
                    related: [Diagnostic.Related(span: first, message: "the first one is here")])
            } else {
                given.step.others.append(StepKeys.Other(name: word.name, value: word.value))
            }
            return
        }
        let known = StepKeys.inheritedNames + (place == .manualDirective ? ["id", "confirm", "expires"] : [])
        report(
            "key/unknown", "unknown key `\(key)`", word.name.span,
            help: Suggestion.help(for: key, among: known, noun: "key"))
    }

    private mutating func readUnless(_ word: KeyWord) {
        guard let value = word.value else {
            given.step.unless = Located(.next, at: word.name.span)
            return
        }
        if isName(value, of: "a step") { given.step.unless = Located(.step(value.value), at: value.span) }
    }

    private mutating func read(_ key: String, _ value: Located<String>) {
        switch key {
        case "id": if isName(value, of: "a step") { given.id = value }
        case "on": given.step.targets = names(value, of: "a target")
        case "needs": given.step.needs = names(value, of: "a step")
        case "if": readAlternative(value)
        case "when": given.step.conditions = [value.filter]
        case "same": given.step.same = value.filter
        case "show": given.step.show = show(value)
        case "again": given.step.repeats = readYesNo(key, value)
        case "verbatim": given.step.isVerbatim = readYesNo(key, value)
        case "timeout": given.step.timeout = duration(key, value)
        case "within": given.step.within = duration(key, value)
        case "every": given.step.every = duration(key, value)
        case "for": given.step.holdsFor = duration(key, value)
        case "expires": given.step.expires = duration(key, value)
        case "retry": readRetry(value)
        case "effect": readEffect(value)
        case "confirm":
            let body = TextBody.parse(BlockText(inline: value.value, at: value.span))
            diagnostics += body.diagnostics
            given.step.confirm = body.template
        default: break
        }
    }

    private mutating func readAlternative(_ value: Located<String>) {
        let sides = value.parts(separatedBy: ":")
        let values = sides.count == 2 ? sides[1].parts(separatedBy: ",") : []
        guard sides.count == 2, values.allSatisfy({ !$0.value.isEmpty }) else {
            report(
                "key/bad-value", "`\(value.value)` is not an alternative", value.span,
                help: "write `if=PARAMETER:VALUE` or `if=PARAMETER:VALUE,VALUE`")
            return
        }
        if isName(sides[0], of: "a parameter") {
            given.step.alternatives = [Alternative(parameter: sides[0], values: values)]
        }
    }

    /// `yes` is the response, `no` nothing, anything else a filter.
    private func show(_ value: Located<String>) -> StepKeys.Show? {
        switch value.value {
        case "yes": .response
        case "no": nil
        default: .filter(value.filter)
        }
    }

    private mutating func readYesNo(_ key: String, _ value: Located<String>) -> Bool {
        if !["yes", "no"].contains(value.value) {
            report("key/bad-value", "`\(key)` must be `yes` or `no`", value.span, help: "write `\(key)=yes`")
        }
        return value.value == "yes"
    }

    private mutating func readRetry(_ value: Located<String>) {
        if let number = Int(value.value), (0...1000).contains(number) {
            given.step.retry = Located(number, at: value.span)
        } else {
            report(
                "key/bad-value", "`\(value.value)` is not a number of repetitions", value.span,
                help: "write a whole number from 0 to 1000, such as `retry=3`")
        }
    }

    private mutating func readEffect(_ value: Located<String>) {
        if let effect = Effect(rawValue: value.value) {
            given.step.effect = Located(effect, at: value.span)
        } else {
            report(
                "key/bad-value", "unknown effect `\(value.value)`", value.span,
                help: Suggestion.help(for: value.value, among: Effect.allCases.map(\.rawValue), noun: "effect"))
        }
    }

    private mutating func duration(_ key: String, _ value: Located<String>) -> Located<Duration>? {
        if let duration = DurationText.parse(value.value) {
            if !["timeout", "expires"].contains(key) || duration > .zero { return Located(duration, at: value.span) }
            report(
                "key/bad-duration", "`\(key)` must not be zero", value.span, help: "write for example `\(key)=30s`")
            return nil
        }
        let isNumber = value.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        report(
            "key/bad-duration",
            isNumber ? "`\(value.value)` has no unit" : "`\(value.value)` is not a duration", value.span,
            help: isNumber
                ? "write for example `\(key)=\(value.value)s`; units are `ms`, `s`, `m` and `h`"
                : "write a whole number and a unit (`ms`, `s`, `m`, `h`), at most `1000h`, such as `\(key)=90s`")
        return nil
    }

    private mutating func names(_ value: Located<String>, of thing: String) -> [Located<String>] {
        value.parts(separatedBy: ",").filter { isName($0, of: thing) }
    }

    private mutating func isName(_ name: Located<String>, of thing: String) -> Bool {
        guard let problem = NameForm.problem(with: name, of: thing) else { return true }
        // `on=es,again=yes`: another key, behind the wrong mark.
        if let key = name.value.split(separator: "=").first.map(String.init), key != name.value,
            StepKeys.names.contains(key)
        {
            report(
                "name/invalid", "`\(VisibleText.visible(name.value))` is a key of its own", name.span,
                help: "write a space before it, not a comma")
            return false
        }
        diagnostics.append(problem)
        return false
    }

    private func example(_ key: String) -> String {
        switch key {
        case "again", "verbatim", "show": "yes"
        case "timeout", "within", "every", "for": "30s"
        case "retry": "3"
        case "if": "PARAMETER:VALUE"
        case "when", "same": "'FILTER'"
        case "confirm": "\"QUESTION\""
        case "effect": "write"
        default: "NAME"
        }
    }

    private mutating func report(
        _ code: String, _ message: String, _ span: SourceSpan, help: String, related: [Diagnostic.Related] = []
    ) {
        diagnostics.append(Diagnostic(code, .error, message, at: span, help: help, related: related))
    }
}
