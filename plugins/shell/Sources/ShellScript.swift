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
    private(set) var diagnostics: [Diagnostic] = []
    /// The first line that does something, with its values.
    private(set) var title = Template(literal: "nothing")

    private let block: BlockText
    private let bytes: [UInt8]
    private let names: [String]
    private let targets: [String]

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
        let scan = ShellScan(bytes)
        let places = places(in: scan)
        write(places)
        title = title(with: places)
        tellQuoted(scan, places)
        if scan.onlySetsUp { tellLostSettings() }
        if bytes.contains(0) {
            diagnostics.append(
                Diagnostic(
                    "shell/zero-byte", "a command cannot contain a NUL byte", at: block.span,
                    help: "remove the character"))
        }
        diagnostics = diagnostics.inOrder
    }

    // MARK: Values

    /// The values in a script, in order: `${name}` always, and `$name` and `${NAME}` unless the script sets them itself.
    private mutating func places(in scan: ShellScan) -> [Place] {
        var places: [Place] = []
        for case .hole(let reference, let range) in HolePiece.pieces(of: bytes) {
            places.append(Place(range: range, reference: reference, variable: nil))
        }
        let taken = Set(places.map(\.range.lowerBound))
        for use in scan.uses where !taken.contains(use.range.lowerBound) && !scan.assigned.contains(use.name) {
            if let place = place(of: use, isOpen: scan.readsCommands) { places.append(place) }
        }
        return places.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func place(of use: ShellScan.Use, isOpen: Bool) -> Place? {
        let span = block.span(use.range)
        guard let name = names.first(where: { $0 == use.name }) ?? names.first(where: { $0 == use.name.lowercased() })
        else {
            if !use.isGuarded, !isOpen, !ShellVariables.isKnown(use.name) { tellUnknown(use.name, at: span) }
            return nil
        }
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

    private mutating func tellUnknown(_ name: String, at span: SourceSpan) {
        let shown = VisibleText.visible(name)
        diagnostics.append(
            Diagnostic(
                "shell/unknown-variable", "the variable `\(shown)` is not set", at: span,
                help: Suggestion.nearest(to: name.lowercased(), among: names).map { "did you mean `\($0)`?" }
                    ?? "declare a parameter `\(name.lowercased())`, or set the variable in this block; if it may be "
                    + "empty, write "
                    + "`${\(shown):-}`",
                "each block has its own shell: variables of another block are not set here"))
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
        if scan.readsCommands || text.contains(" -c") { return }
        var rest = scan.quoted[...]
        for place in places where place.variable == nil && names.contains(place.reference.name) {
            while let range = rest.first, range.upperBound <= place.range.lowerBound { rest.removeFirst() }
            guard rest.first?.contains(place.range.lowerBound) == true else { continue }
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

    private func title(with places: [Place]) -> Template {
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let content = line.drop { $0 == 0x20 || $0 == 0x09 }
            if let first = content.first, first != UInt8(ascii: "#") {
                let isLong = content.count > ShellScript.titleLimit
                // Not inside of a character, whose further bytes begin with the bits 10.
                var kept = isLong ? content.prefix(ShellScript.titleLimit) : content
                while isLong, let last = kept.last, last & 0x80 != 0 { kept.removeLast() }
                let shown = template(of: kept.startIndex..<kept.endIndex, with: places)
                return isLong ? Template(shown + [.literal("…")]) : Template(shown)
            }
            start += line.count + 1
        }
        return Template(literal: "nothing")
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
