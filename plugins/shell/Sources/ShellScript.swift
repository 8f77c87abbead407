import RunbookBodies
import RunbookModel
import RunbookPlugin

/// A block of commands, in which each value of the runbook has become a variable of the shell.
///
/// `${index}` and `$index` stay as they are and `index` is set; `${leader.url}` becomes `${leader_url}`. What is no
/// reference, such as `${HOME}` or `${x:-1}`, is the shell's own.
struct ShellScript {
    /// What the names of fields begin with that hold values.
    static let field = "variable."
    /// The longest title, in bytes.
    private static let titleLimit = 120

    /// The commands.
    private(set) var text = ""
    /// The variables and the values they get.
    private(set) var variables: [(name: String, hole: Hole)] = []
    var diagnostics: [Diagnostic] = []
    /// The first line that does something, with its values.
    private(set) var title = Template(literal: "nothing")

    let block: BlockText
    let bytes: [UInt8]
    let names: [String]
    private let targets: [String]
    private let language: String

    /// A value of the runbook in the script.
    private struct Place {
        let range: Range<Int>
        let reference: ValueReference
        /// The variable that the script asks for; nil where the script is rewritten to ask for one.
        let variable: String?
    }

    init(_ step: StepDraft) {
        block = step.text
        bytes = Array(step.text.text.utf8)
        names = step.names
        targets = step.targets
        language = step.language.value
        let scan = ShellScan(bytes)
        let places = places(in: scan)
        write(places)
        let lent = lend(scan)
        tellUnsetInside(scan)
        tellSlips(scan)
        tellPasted(scan)
        title = title(with: places, lent)
        tellQuoted(scan, places)
        if scan.onlySetsUp { tellLostSettings() }
        diagnostics += ShellSecrets.places(in: bytes, scan).map { LiteralSecret.note(at: block.span($0)) }
        if bytes.contains(0) {
            diagnostics.append(
                Diagnostic(
                    "shell/zero-byte", "a command cannot contain a NUL byte", at: block.span,
                    help: "remove the character"))
        }
        diagnostics = diagnostics.inOrder
    }

    // MARK: Values

    /// The values in a script, in order: `${name}` always, and `$name` and `${NAME}` unless the script sets them
    /// itself.
    private mutating func places(in scan: ShellScan) -> [Place] {
        var places: [Place] = []
        for case .hole(let reference, let range) in HolePiece.pieces(of: bytes) {
            // `${lines[0]}` of a list that the script has made.
            if scan.assigned.contains(reference.name), !names.contains(reference.name) { continue }
            places.append(Place(range: range, reference: reference, variable: nil))
        }
        let taken = Set(places.map(\.range.lowerBound))
        for use in scan.uses where !taken.contains(use.range.lowerBound) && !scan.assigned.contains(use.name) {
            if let place = place(of: use) { places.append(place) } else { tellUnset(use, scan) }
        }
        return places.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The value that a use of a variable means; nil, with a diagnostic where it cannot be one, for what is the
    /// shell's.
    private mutating func place(of use: ShellScan.Use) -> Place? {
        guard let name = name(of: use) else { return nil }
        let span = block.span(use.range)
        if ShellVariables.isKnown(use.name), name != use.name {
            diagnostics.append(
                Diagnostic(
                    "shell/variable",
                    "`$\(use.name)` is a variable of the shell, but `\(name)` is a value of the runbook",
                    at: span, help: "for the value write `${\(name)}`, or give the value another name"))
            return nil
        }
        if targets.contains(name) {
            diagnostics.append(
                Diagnostic(
                    "shell/variable", "`\(use.name)` is a target, but here one of its properties is needed", at: span,
                    help: "write a property, such as `${\(name).name}`"))
            return nil
        }
        return Place(range: use.range, reference: ValueReference(name: name), variable: use.name)
    }

    /// The name of the runbook that a variable spells, in whatever case.
    func name(of use: ShellScan.Use) -> String? {
        names.first { $0 == use.name } ?? names.first { $0 == use.name.lowercased() }
    }

    /// Says of a variable that it has no value when the block begins.
    private mutating func tellUnset(_ use: ShellScan.Use, _ scan: ShellScan) {
        guard !use.isGuarded, !scan.readsCommands, !scan.defaulted.contains(use.name), name(of: use) == nil,
            !ShellVariables.isSet(use.name, in: language), !ShellVariables.isSetLater(use.name)
        else { return }
        let isArgument = use.name.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if isArgument, scan.setsArguments { return }
        let shown = VisibleText.visible(use.name)
        diagnostics.append(
            Diagnostic(
                "shell/unknown-variable",
                isArgument
                    ? "`$\(shown)` is not set, because a block has no arguments"
                    : "the variable `\(shown)` is not set",
                at: block.span(use.range), help: help(forUnset: use.name),
                isArgument
                    ? "in text for another program write it in single quotes, or as `\\$\(shown)`"
                    : "each block has its own shell: variables of another block are not set here"))
    }

    func help(forUnset name: String) -> String {
        let shown = VisibleText.visible(name)
        if name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return "declare a parameter and write its name" }
        if ShellVariables.passed.contains(name) { return "it is not set for every operator: write `${\(shown):-}`" }
        if ShellVariables.isSet(name, in: "bash") {
            return "`bash` sets it, and `\(language)` does not: write `bash run`"
        }
        if let nearest = Suggestion.nearest(to: name.lowercased(), among: names) { return "did you mean `\(nearest)`?" }
        return
            "declare a parameter `\(name.lowercased())`, or set the variable in this block; if it may be empty, write "
            + "`${\(shown):-}`"
    }

    /// Gives the programs of the block the values that they may read from their environment.
    ///
    /// - Returns: Where they may do so.
    private mutating func lend(_ scan: ShellScan) -> [Place] {
        var lent: [Place] = []
        // What each text sets itself, by where it begins.
        var own: [Int: Set<String>] = [:]
        let somewhere = ShellPrograms.barrier(anywhereIn: bytes)
        for mention in ShellMention.all(in: bytes, scan) {
            let use = ShellScan.Use(name: mention.name, range: mention.range, isGuarded: true)
            let programs = mention.text.map { scan.pipelines[$0.pipeline] }
            let hasShell = programs?.hasShell ?? false
            guard let name = name(of: use), hasShell || mention.text == nil || programs?.hasForeign == false else {
                continue
            }
            // A name of the shell or a target means that only where a shell reads it.
            if ShellVariables.isKnown(use.name) && name != use.name || targets.contains(name), !hasShell { continue }
            if ShellVariables.isObeyed(use.name), !hasShell { continue }
            if let text = mention.text, let barrier = programs?.barrier ?? (isOwnProgram(text, scan) ? somewhere : nil)
            {
                let assigned = own[text.range.lowerBound] ?? assigned(in: text)
                own[text.range.lowerBound] = assigned
                // The shell of the other side sets these itself.
                if ShellVariables.isKnown(use.name), name != use.name { continue }
                if !assigned.contains(use.name) { tellBarrier(barrier, use, text) }
                continue
            }
            guard let place = place(of: use) else { continue }
            if let text = mention.text, let programs, programs.isIndirect || programs.unknown != nil,
                !scan.functions.contains(programs.unknown ?? "")
            {
                tellUnknown(programs.unknown, use, text)
            }
            add(use.name, place)
            lent.append(place)
        }
        return lent
    }

    /// Writes the script with a variable for each value.
    private mutating func write(_ places: [Place]) {
        var start = 0
        for place in places {
            text += own(start..<place.range.lowerBound)
            start = place.range.upperBound
            let name = place.variable ?? ShellScript.variable(place.reference)
            text += place.variable == nil ? "${\(name)}" : own(place.range)
            add(name, place)
        }
        text += own(start..<bytes.count)
    }

    /// A part of the block without values, as the shell gets it.
    private func own(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).replacing("$${", with: "${")
    }

    private mutating func add(_ name: String, _ place: Place) {
        let hole = Hole(reference: place.reference, context: .text, span: block.span(place.range))
        if ShellVariables.isObeyed(name) {
            diagnostics.append(
                Diagnostic(
                    "shell/variable", "a variable `\(name)` would change how commands are executed", at: hole.span,
                    help: "give the value another name"))
        }
        guard !variables.contains(where: { $0.name == name && $0.hole.reference == hole.reference }) else { return }
        if let other = variables.first(where: { $0.name == name }) {
            diagnostics.append(
                Diagnostic(
                    "shell/variable",
                    "`\(hole.reference)` and `\(other.hole.reference)` would both be the variable `\(name)`",
                    at: hole.span, help: "capture one of them with another name"))
        }
        variables.append((name, hole))
    }

    /// A reference as the name of a variable: everything but letters, digits and `_` becomes `_`.
    private static func variable(_ reference: ValueReference) -> String {
        var name = String(
            reference.description.unicodeScalars.map { scalar in
                let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                return isPlain || scalar == "_" ? Character(scalar) : "_"
            })
        while name.hasSuffix("_") { name.removeLast() }
        return name.replacing("__", with: "_")
    }

    // MARK: What surprises

    /// `'${name}'`: a shell replaces nothing there, unless the text is given to another shell.
    private mutating func tellQuoted(_ scan: ShellScan, _ places: [Place]) {
        if scan.readsCommands { return }
        var rest = scan.hidden.filter(\.isQuoted)[...]
        for place in places where place.variable == nil && names.contains(place.reference.name) {
            while let text = rest.first, text.range.upperBound <= place.range.lowerBound { rest.removeFirst() }
            guard let text = rest.first, text.range.contains(place.range.lowerBound),
                !scan.pipelines[text.pipeline].hasShell, scan.pipelines[text.pipeline].barrier == nil
            else { continue }
            diagnostics.append(
                Diagnostic(
                    "shell/quoted-value", .warning,
                    "a shell replaces nothing in single quotes: `${\(place.reference)}` stays "
                        + "as it is",
                    at: block.span(place.range),
                    help:
                        "put it in double quotes: `'...'\"${\(place.reference)}\"'...'`; for the text `${` write `$${`")
            )
        }
    }

    private mutating func tellLostSettings() {
        diagnostics.append(
            Diagnostic(
                "shell/lost-setting", .warning, "this block changes only its own shell, so it has no effect",
                at: block.span,
                help: "each block has its own shell: set variables and folders in the block that needs them"))
    }

    // MARK: Title

    private func title(with places: [Place], _ lent: [Place]) -> Template {
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let content = line.drop { $0 == 0x20 || $0 == 0x09 }
            if let first = content.first, first != UInt8(ascii: "#") {
                let isLong = content.count > ShellScript.titleLimit
                // Not inside a character, whose further bytes begin with the bits 10.
                var kept = isLong ? content.prefix(ShellScript.titleLimit) : content
                while isLong, let last = kept.last, last & 0x80 != 0 { kept.removeLast() }
                let range = kept.startIndex..<kept.endIndex
                let shown = template(of: range, with: places.filter(isWhole)) + (isLong ? [.literal("…")] : [])
                return Template(shown + note(of: places.filter { !isWhole($0) } + lent, in: range))
            }
            start += line.count + 1
        }
        return Template(literal: "nothing")
    }

    /// Whether the value is where the expansion does: not so `${name:-x}` and `${#name}`, of which the shell makes
    /// more.
    private func isWhole(_ place: Place) -> Bool {
        guard let name = place.variable else { return true }
        let text = String(decoding: bytes[place.range], as: UTF8.self)
        return [name, "$\(name)", "${\(name)}"].contains(text)
    }

    /// The values that a line does not show, behind it as a comment.
    private func note(of places: [Place], in range: Range<Int>) -> [Template.Segment] {
        var segments: [Template.Segment] = []
        var known: Set<String> = []
        for place in places where range.contains(place.range.lowerBound) {
            guard let name = place.variable, known.insert(name).inserted else { continue }
            segments += [
                .literal("\(segments.isEmpty ? " #" : ",") \(name)="),
                .hole(Hole(reference: place.reference, context: .text, span: block.span(place.range))),
            ]
        }
        return segments
    }

    private func template(of range: Range<Int>, with places: [Place]) -> [Template.Segment] {
        var segments: [Template.Segment] = []
        var start = range.lowerBound
        func copy(to end: Int) {
            guard start < end else { return }
            segments.append(.literal(own(start..<end)))
        }
        for place in places where range.contains(place.range.lowerBound) && place.range.upperBound <= range.upperBound {
            copy(to: place.range.lowerBound)
            segments.append(
                .hole(Hole(reference: place.reference, context: .text, span: block.span(place.range))))
            start = place.range.upperBound
        }
        copy(to: range.upperBound)
        return segments
    }
}
