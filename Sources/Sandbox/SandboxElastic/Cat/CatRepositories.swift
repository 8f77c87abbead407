/// `_cat/repositories`.
enum CatRepositories: CatEndpoint {
    static let columns = CatTable(
        """
        *id|id,repoId|unique repository id||
        *type|t,type|repository type|>|
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        for (name, repository) in state.snapshots.repositories.sorted(by: { $0.key < $1.key }) {
            table.add(["id": name, "type": repository.type])
        }
    }
}
