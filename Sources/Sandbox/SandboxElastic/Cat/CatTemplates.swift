/// `_cat/templates`, those of both kinds.
enum CatTemplates: CatEndpoint {
    static let columns = CatTable(
        """
        *name|n|template name||
        *index_patterns|t|template index patterns||
        *order|o|template application order number||||7.8
        *order|o,p|template application order/priority number|||7.8
        *version|v|version||
        *composed_of|c|component templates comprising index template|||7.8
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let wanted = call.arguments["name"]
        func isMeant(_ name: String) -> Bool { wanted.map { Wildcard.matches($0, name) } ?? true }
        func list(_ names: [String]) -> String { "[\(names.joined(separator: ", "))]" }
        for (name, template) in state.templates.legacy.sorted(by: { $0.key < $1.key }) where isMeant(name) {
            table.add([
                "name": name, "index_patterns": list(template.patterns), "order": String(template.order),
                "version": template.version.map { String($0) } ?? "",
            ])
        }
        for (name, template) in state.templates.composable.sorted(by: { $0.key < $1.key }) where isMeant(name) {
            table.add([
                "name": name, "index_patterns": list(template.patterns), "order": String(template.priority ?? 0),
                "version": template.version.map { String($0) } ?? "", "composed_of": list(template.components),
            ])
        }
    }
}
