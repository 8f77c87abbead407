/// The templates of a cluster: the older kind, the composable kind, and what the latter are made of.
struct TemplateTable: Sendable {
    var legacy: [String: LegacyTemplate] = [:]
    var composable: [String: ComposableTemplate] = [:]
    var components: [String: ComponentTemplate] = [:]

    /// What the templates that match a name say of a new index.
    ///
    /// Of the composable ones that with the highest priority counts, alone; else all of the older kind, the one with the
    /// highest order winning.
    func definition(for name: String) -> TemplateContent {
        if let template = winner(for: name) { return content(of: template) }
        var content = TemplateContent()
        let matching = legacy.sorted { ($0.value.order, $0.key) < ($1.value.order, $1.key) }.map(\.value)
        for template in matching where template.patterns.contains(where: { Wildcard.matches($0, name) }) {
            content.add(template.content)
        }
        return content
    }

    /// The composable template that a new index of a name gets; nil when none matches.
    func winner(for name: String) -> ComposableTemplate? {
        composable.filter { entry in entry.value.patterns.contains { Wildcard.matches($0, name) } }
            .max { ($0.value.priority ?? 0, $1.key) < ($1.value.priority ?? 0, $0.key) }?.value
    }

    /// What a composable template says together with its components.
    func content(of template: ComposableTemplate) -> TemplateContent {
        var content = TemplateContent()
        for name in template.components { if let component = components[name] { content.add(component.content) } }
        content.add(template.content)
        return content
    }
}
