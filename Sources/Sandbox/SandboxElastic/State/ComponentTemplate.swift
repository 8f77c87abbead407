internal import OrderedJSON

/// A part that composable templates may be made of.
struct ComponentTemplate: Sendable {
    var content = TemplateContent()
    var version: Int?
    var meta: JSON?

    /// The part as a server shows it.
    func json(flat: Bool) -> JSON {
        var object = JSONObject([("template", content.json(flat: flat))])
        if let version { object.append("version", JSON(version)) }
        if let meta { object.append("_meta", meta) }
        return .object(object)
    }
}
