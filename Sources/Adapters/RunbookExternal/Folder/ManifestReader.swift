internal import OrderedJSON
internal import RunbookModel
package import RunbookPlugin

/// Reads `plugin.json` strictly: what it does not know is a slip of the hand or of a newer release.
package struct ManifestReader {
    /// What is wrong, a sentence each.
    private(set) var problems: [String] = []

    /// Reads the text of a manifest.
    ///
    /// - Returns: The manifest, or everything that is wrong with it.
    package static func read(_ bytes: [UInt8]) -> (manifest: Manifest?, problems: [String]) {
        let json: JSON
        do {
            json = try JSON(bytes: bytes)
        } catch {
            return (nil, ["line \(error.line), column \(error.column): \(error.message)"])
        }
        var reader = ManifestReader()
        let manifest = reader.manifest(json)
        if !reader.problems.isEmpty { return (nil, reader.problems) }
        let more = manifest.problems
        return more.isEmpty ? (manifest, []) : (nil, more)
    }

    private mutating func manifest(_ json: JSON) -> Manifest {
        let object = object(
            json, at: "plugin.json",
            [
                "name", "version", "protocol", "summary", "executable", "calls", "languages", "target_kinds", "keys",
                "effects", "waits", "examples",
            ])
        let effects = object["effects"].map { self.effects($0) }
        return Manifest(
            name: text(object, "name", at: ""), version: text(object, "version", at: ""),
            protocolNumber: number(object, "protocol", at: "") ?? 0, summary: text(object, "summary", at: ""),
            executable: object["executable"].map { _ in text(object, "executable", at: "") },
            calls: texts(object, "calls", at: "").compactMap { choice($0, Manifest.Call.self, at: "calls") },
            languages: list(object, "languages", at: "").map { language($0, at: $1) },
            targetKinds: list(object, "target_kinds", at: "").map { targetKind($0, at: $1) },
            keys: list(object, "keys", at: "").map { key($0, at: $1) }, effects: effects,
            waits: flag(object, "waits", at: ""),
            examples: list(object, "examples", at: "").map { example($0, at: $1) })
    }

    // MARK: Members

    mutating func report(_ problem: String) { problems.append(problem) }

    /// The members of an object; unknown ones are reported.
    mutating func object(_ json: JSON, at place: String, _ known: [String]) -> JSONObject {
        guard case .object(let object) = json else {
            report("`\(place)` must be an object, not \(json.kind)")
            return JSONObject()
        }
        var seen: Set<String> = []
        for name in object.names {
            if !seen.insert(name).inserted { report("`\(place)` has `\(VisibleText.visible(name))` twice") }
            if known.contains(name) { continue }
            let help = Suggestion.help(for: name, among: known, noun: "member")
            report("`\(place)` has no member `\(VisibleText.visible(name))`; \(help)")
        }
        return object
    }

    mutating func text(_ object: JSONObject, _ name: String, at place: String) -> String {
        guard let value = object[name] else {
            report("`\(ManifestReader.path(place, name))` is missing")
            return ""
        }
        guard let text = value.string else {
            report("`\(ManifestReader.path(place, name))` must be a string, not \(value.kind)")
            return ""
        }
        return text
    }

    mutating func number(_ object: JSONObject, _ name: String, at place: String) -> Int? {
        guard let value = object[name] else {
            report("`\(ManifestReader.path(place, name))` is missing")
            return nil
        }
        guard let number = value.int else {
            report("`\(ManifestReader.path(place, name))` must be a whole number")
            return nil
        }
        return number
    }

    mutating func flag(_ object: JSONObject, _ name: String, at place: String) -> Bool {
        guard let value = object[name] else { return false }
        guard let flag = value.bool else {
            report("`\(ManifestReader.path(place, name))` must be `true` or `false`")
            return false
        }
        return flag
    }

    /// The elements of an array with their places; none for a member that is not there.
    mutating func list(_ object: JSONObject, _ name: String, at place: String) -> [(JSON, String)] {
        guard let value = object[name] else { return [] }
        let path = ManifestReader.path(place, name)
        guard let elements = value.array else {
            report("`\(path)` must be an array, not \(value.kind)")
            return []
        }
        return elements.enumerated().map { ($1, "\(path)[\($0)]") }
    }

    mutating func texts(_ object: JSONObject, _ name: String, at place: String) -> [String] {
        list(object, name, at: place).compactMap { element, path in
            if element.string == nil { report("`\(path)` must be a string, not \(element.kind)") }
            return element.string
        }
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String, _ type: Choice.Type, at place: String
    ) -> Choice? where Choice.RawValue == String {
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        report("`\(place)`: \(Suggestion.help(for: text, among: known, noun: "word"))")
        return nil
    }

    private static func path(_ place: String, _ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }
}
