/// `_cat/templates`: there are none.
enum CatTemplates: CatEndpoint {
    static let columns = CatTable(
        """
        *name|n|template name||
        *index_patterns|t|template index patterns||
        *order|o|template application order number||
        *version|v|version||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
    }
}
