package import OrderedJSON

extension Remark {
    /// The remark as an object.
    package var json: JSON {
        var fields = FieldWriter()
        if !note.isEmpty { fields["note"] = note }
        if !files.isEmpty {
            fields.set(
                "files",
                .array(
                    files.map { file in
                        [
                            "name": .string(file.name), "size": .number(JSONNumber(file.size)),
                            "sha256": .string(file.sha256),
                        ]
                    }))
        }
        return fields.json
    }

    /// Reads a remark; nil when it is another thing.
    package init?(_ json: JSON) {
        let fields = FieldReader(json)
        self.init(
            note: fields.string("note") ?? "",
            files: fields.objects("files").compactMap { file in
                guard let name = file.string("name"), let hash = file.string("sha256") else { return nil }
                return File(name: name, size: file.int("size") ?? 0, sha256: hash)
            })
    }
}
