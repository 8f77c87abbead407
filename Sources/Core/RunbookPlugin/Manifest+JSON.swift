public import OrderedJSON
import RunbookModel

extension Manifest {
    /// The manifest as `plugin.json` holds it; members that say nothing are omitted.
    ///
    /// So is what only handlers have that are compiled in: operations, and keys of targets in forms of their own.
    public var json: JSON {
        var object = JSONObject([
            ("name", .string(name)), ("version", .string(version)), ("protocol", .number(JSONNumber(protocolNumber))),
            ("summary", .string(summary)),
        ])
        if let executable { object.append("executable", .string(executable)) }
        if !calls.isEmpty { object.append("calls", .array(calls.map { .string($0.rawValue) })) }
        object.append("languages", .array(languages.map(\.json)))
        object.append("target_kinds", .array(targetKinds.map(\.json)))
        if let family { object.append("family", .string(family)) }
        object.append("keys", .array(keys.map(\.json)))
        if let effects { object.append("effects", effects.json) }
        object.append("waits", .bool(waits))
        object.append("examples", .array(examples.map(\.json)))
        return .object(object)
    }
}

extension Manifest.Language {
    fileprivate var json: JSON {
        [
            "name": .string(name), "target_kind": .string(targetKind), "must_be_request": .bool(mustBeRequest),
            "body": .string(body.rawValue),
        ]
    }
}

extension Manifest.Key {
    fileprivate var json: JSON {
        var object = JSONObject([("name", .string(name)), ("summary", .string(summary))])
        for (name, value) in schema.words { object.append(name, value) }
        if isRequired { object.append("required", true) }
        if let defaultValue { object.append("default", defaultValue) }
        return .object(object)
    }
}

extension ParameterSchema {
    /// The words of JSON Schema that say it.
    fileprivate var words: [(String, JSON)] {
        let all: [(String, JSON?)] = [
            ("type", kind.map { .string($0.rawValue) }), ("enum", choices.map { .array($0) }),
            ("minimum", minimum.map { .number($0) }), ("maximum", maximum.map { .number($0) }),
            ("minLength", minimumLength.map { .number(JSONNumber($0)) }),
            ("maxLength", maximumLength.map { .number(JSONNumber($0)) }), ("pattern", pattern.map { .string($0) }),
            ("format", format.map { .string($0) }),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }
}

extension Manifest.Effects {
    fileprivate var json: JSON {
        var object = JSONObject([("run", .string(run.rawValue)), ("verify", .string(verify.rawValue))])
        if !destroyWords.isEmpty { object.append("destroy_words", .array(destroyWords.map(JSON.string))) }
        return .object(object)
    }
}

extension Manifest.Example {
    fileprivate var json: JSON {
        var object = JSONObject([("language", .string(language))])
        if isVerify { object.append("verify", true) }
        if !keys.isEmpty { object.append("keys", .object(JSONObject(keys.map { ($0.name, .string($0.value)) }))) }
        object.append("content", .string(content))
        object.append(
            "actions",
            .array(actions.map { ["title": .string($0.title), "effect": .string($0.effect.rawValue)] }))
        return .object(object)
    }
}
