/// `_cat/pending_tasks`: nothing ever waits to be done.
enum CatPendingTasks: CatEndpoint {
    static let columns = CatTable(
        """
        *insertOrder|o|task insertion order|>|
        *timeInQueue|t|how long task has been in queue|>|
        *priority|p|task priority||
        *source|s|task source||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
    }
}
