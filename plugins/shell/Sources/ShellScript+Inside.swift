import RunbookModel

/// Texts of a script that another program gets as they are, and may take for a script.
extension ShellScript {
    /// Whether the program of a text is made by the script itself: a function, an alias, a variable.
    func isOwnProgram(_ text: ShellScan.Hidden, _ scan: ShellScan) -> Bool {
        let programs = scan.pipelines[text.pipeline]
        return programs.isIndirect || programs.unknown.map(scan.functions.contains) ?? false
    }

    /// Says of variables in texts for other shells that nobody sets them: those shells take them for empty.
    mutating func tellUnsetInside(_ scan: ShellScan) {
        if scan.commands.contains(where: { [".", "source"].contains($0) }) { return }
        let bare = scan.hidden.contains { !$0.isQuoted } ? ShellMention.bareNames(in: bytes) : []
        for text in scan.hidden {
            let programs = scan.pipelines[text.pipeline]
            let isElsewhere = programs.barrier != nil
            guard isElsewhere || programs.runs(text), let inner = uses(in: text, bare) else { continue }
            for use in inner where !scan.assigned.contains(use.name) && isOfNobody(use) {
                let nearest = Suggestion.nearest(to: use.name.lowercased(), among: names)
                if isElsewhere, nearest == nil { continue }
                let shown = VisibleText.visible(use.name)
                diagnostics.append(
                    Diagnostic(
                        "shell/unknown-variable", isElsewhere ? .warning : .error,
                        "the variable `\(shown)` is not set, so it would be empty in this text for another shell",
                        at: block.span(use.range), help: help(forUnset: use.name),
                        "if the other shell has it, write `${\(shown):?}`, which ends that shell where it is not set"))
            }
        }
    }

    /// The shortest name that is almost another one by a slip and not by chance.
    private static let shortestSlip = 4

    /// Says of variables in other quoted texts that they are almost values of the runbook.
    ///
    /// Who reads such a text, and when, cannot be seen: it may be kept in a variable or a file first.
    mutating func tellSlips(_ scan: ShellScan) {
        var told = Set(diagnostics.compactMap { $0.span?.start.offset })
        let candidates = names.filter { $0.utf8.count >= ShellScript.shortestSlip }
        for mention in ShellMention.all(in: bytes, scan) where mention.name.utf8.count >= ShellScript.shortestSlip {
            guard let text = mention.text, !scan.assigned.contains(mention.name),
                isOfNobody(ShellScan.Use(name: mention.name, range: mention.range, isGuarded: false)),
                let nearest = Suggestion.nearest(to: mention.name.lowercased(), among: candidates),
                (nearest.utf8.count - mention.name.utf8.count).magnitude < 3, !setsOrGuards(mention, in: text)
            else { continue }
            let span = block.span(mention.range)
            guard told.insert(span.start.offset).inserted else { continue }
            let shown = VisibleText.visible(mention.name)
            diagnostics.append(
                Diagnostic(
                    "shell/unknown-variable", .warning,
                    "this text contains `$\(shown)`, which is not a value of the runbook", at: span,
                    help: "did you mean `\(nearest)`?",
                    "if it is a variable of the program that reads the text, use a name that is less similar"))
        }
    }

    /// Whether a text sets a variable itself, or says what is there when it is not set.
    private func setsOrGuards(_ mention: ShellMention, in text: ShellScan.Hidden) -> Bool {
        let next = bytes[mention.range.upperBound...].first
        if let next, bytes[mention.range].contains(UInt8(ascii: "{")), ":-=+?".utf8.contains(next) { return true }
        let name = Array(mention.name.utf8)
        var rest = bytes[text.range]
        while let start = rest.firstIndex(of: name) {
            rest = rest[(start + name.count)...]
            let sign = rest.drop { $0 == 0x20 }.prefix(2)
            // A comparison sets nothing.
            if sign.first == UInt8(ascii: "="), sign.last != UInt8(ascii: "=") || sign.count < 2 { return true }
        }
        return assigned(in: text).contains(mention.name)
    }

    /// Whether nobody gives a variable a value, as far as the name tells.
    private func isOfNobody(_ use: ShellScan.Use) -> Bool {
        !use.isGuarded && name(of: use) == nil && !ShellVariables.isKnown(use.name)
            && !use.name.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The variables that a text uses as a script and does not set; nil when it cannot be read as one.
    private func uses(in text: ShellScan.Hidden, _ bare: Set<String>) -> [ShellScan.Use]? {
        if !text.isQuoted {
            let start = bytes[text.range].dropFirst().drop { $0 == UInt8(ascii: "{") }.startIndex
            let name = String(decoding: bytes[start..<text.range.upperBound], as: UTF8.self)
            // Other text around it may set it, wherever the name is without a `$`.
            if name.isEmpty || bare.contains(name) { return nil }
            return [ShellScan.Use(name: name, range: text.range, isGuarded: false)]
        }
        var script = bytes[text.range]
        if script.first == UInt8(ascii: "$") { return nil }
        if script.first == UInt8(ascii: "'") { script = script.dropFirst() }
        if script.last == UInt8(ascii: "'") { script = script.dropLast() }
        let inner = ShellScan(Array(script))
        if inner.readsCommands { return nil }
        return inner.uses.filter { !inner.assigned.contains($0.name) && !inner.defaulted.contains($0.name) }.map {
            let range = script.startIndex + $0.range.lowerBound..<script.startIndex + $0.range.upperBound
            return ShellScan.Use(name: $0.name, range: range, isGuarded: $0.isGuarded)
        }
    }

    /// Says of a value that its program may get it neither in the text nor as a variable.
    mutating func tellUnknown(_ program: String?, _ use: ShellScan.Use, _ text: ShellScan.Hidden) {
        let name = VisibleText.visible(use.name)
        let shown = program.map { "`\(VisibleText.visible($0))`" } ?? "the program that is started here"
        diagnostics.append(
            Diagnostic(
                "shell/value-not-passed", .warning,
                "this shell inserts no value here, and \(shown) may not get the variable `\(name)`",
                at: block.span(use.range), help: helpToInsert(name, text),
                "if it is only a text, use a name that is not a value of the runbook"))
    }

    /// The variables that a text sets itself, when it is a script.
    func assigned(in text: ShellScan.Hidden) -> Set<String> {
        guard text.isQuoted else { return [] }
        let script = bytes[text.range].drop { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "'") }
        return ShellScan(Array(script)).assigned
    }

    /// Says of a value that a program does not pass it on.
    mutating func tellBarrier(_ program: String, _ use: ShellScan.Use, _ text: ShellScan.Hidden) {
        let name = VisibleText.visible(use.name)
        diagnostics.append(
            Diagnostic(
                "shell/value-not-passed", "`\(program)` does not pass variables on, so `\(name)` would be empty there",
                at: block.span(use.range), help: helpToInsert(name, text),
                "for a variable of the other side, use a name that is not a value of the runbook"))
    }

    private func helpToInsert(_ name: String, _ text: ShellScan.Hidden) -> String {
        text.isQuoted
            ? "let this shell insert the value: end the quotes before it, `'...'\"$\(name)\"'...'`, or leave out "
                + "those around the end of the here-document"
            : "let this shell insert the value: write it without `\\`"
    }
}
