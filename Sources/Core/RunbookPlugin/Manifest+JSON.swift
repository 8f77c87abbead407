public import OrderedJSON
import RunbookModel

extension Manifest {
    /// The manifest as `plugin.json` holds it.
    public var json: JSON {
        [
            "name": .string(name),
            "version": .string(version),
            "summary": .string(summary),
            "languages": .array(
                languages.map { language in
                    [
                        "name": .string(language.name),
                        "target_kind": .string(language.targetKind),
                        "must_be_request": .bool(language.mustBeRequest),
                    ]
                }),
            "target_kinds": .array(
                targetKinds.map { kind in
                    [
                        "name": .string(kind.name),
                        "properties": .array(kind.properties.map(JSON.string)),
                        "requirements": .array(kind.requirements.map(JSON.string)),
                    ]
                }),
            "keys": .array(keys.map { ["name": .string($0.name), "summary": .string($0.summary)] }),
            "waits": .bool(waits),
            "examples": .array(examples.map(\.json)),
        ]
    }
}

extension Manifest.Example {
    fileprivate var json: JSON {
        [
            "language": .string(language),
            "content": .string(content),
            "actions": .array(
                actions.map { ["title": .string($0.title), "effect": .string($0.effect.rawValue)] }),
        ]
    }
}
